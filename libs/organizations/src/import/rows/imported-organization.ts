import type { TextParams } from '@app/kernel';
import type { ImportColumn } from './column-mapping.js';

/** What a list says of one organization. */
export interface ImportedOrganization {
  readonly creditCode: string;
  readonly name: string;
  readonly normalisedName: string;
  readonly regionCode: string | null;
  readonly address: string | null;
  readonly foundedOn: string | null;
  readonly capitalAmount: string | null;
  readonly capitalCurrency: string | null;
  readonly businessScope: string | null;
}

/** What is wrong with a row: which column, and why. A warning leaves only that cell out. */
export interface RowProblem {
  readonly line: number;
  readonly column: ImportColumn | null;
  readonly code: string;
  readonly params: TextParams;
  readonly severity: 'REJECTED' | 'WARNING';
}
