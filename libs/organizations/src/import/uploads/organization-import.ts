import type { TextParams } from '@app/kernel';
import type { ImportOutcome } from '../organizations-importer.js';
import type { RowProblem } from '../rows/imported-organization.js';
import type { OrganizationImportState } from './organization-import.graphql.js';

/** Why a list could not be imported: a code of the import's texts. */
export interface ImportFailure {
  readonly code: string;
  readonly params: TextParams;
}

/** An uploaded list as it is stored. */
export interface OrganizationImport {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  /** Bytes that have arrived. */
  readonly received: number;
  readonly state: OrganizationImportState;
  readonly rowsRead: number;
  readonly outcome: ImportOutcome | null;
  readonly problems: readonly RowProblem[];
  readonly failure: ImportFailure | null;
  readonly startedAt: Date;
}

/** What the worker found or did. */
export interface ImportReport {
  readonly state: OrganizationImportState;
  readonly rowsRead: number;
  readonly outcome: ImportOutcome | null;
  readonly problems: readonly RowProblem[];
  readonly failure: ImportFailure | null;
}
