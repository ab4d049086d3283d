import { DomainError, type TextParams } from '@app/kernel';

/** The file as a whole cannot be imported; nothing of it was. */
export class ListFileError extends DomainError {
  constructor(code: string, params: TextParams = {}) {
    super('BAD_INPUT', code, params);
  }
}

/** A row of a list: the line where it begins (in a spreadsheet its row number) and its cells as text. */
export interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The longest cell that a list may have; a longer one is a quotation mark that was never closed, or not a list. */
export const MAX_CELL = 100_000;
