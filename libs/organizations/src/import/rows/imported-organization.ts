import type { TextParams } from '@app/kernel';
import type { TierLevel } from '../../profiles/organization.enums.js';
import type { ImportColumn } from './column-mapping.js';

/** A recognition that a list states. */
export interface ImportedTier {
  readonly level: TierLevel;
  readonly year: number;
  readonly batch: string | null;
}

/** What a list says of one organization. */
export interface ImportedOrganization {
  readonly creditCode: string;
  readonly name: string;
  readonly normalisedName: string;
  readonly regionCode: string | null;
  readonly industryCode: string | null;
  readonly address: string | null;
  readonly foundedOn: string | null;
  readonly capitalAmount: string | null;
  readonly capitalCurrency: string | null;
  readonly businessScope: string | null;
  readonly tiers: readonly ImportedTier[];
}

/** A row of a list as it was understood, for the preview. */
export interface UnderstoodRow extends Omit<ImportedOrganization, 'normalisedName'> {
  readonly line: number;
}

/** What is wrong with a row: which column, and why. A warning leaves only that cell out. */
export interface RowProblem {
  readonly line: number;
  readonly column: ImportColumn | null;
  readonly code: string;
  readonly params: TextParams;
  readonly severity: 'REJECTED' | 'WARNING';
}
