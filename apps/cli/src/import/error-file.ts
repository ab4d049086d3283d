import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { renderText } from '@app/kernel';
import type { RejectedRow, RowProblem } from '@app/organizations';
import { stringify } from 'csv-stringify/sync';

const BOM = '\uFEFF';

/** A row by the rules of RFC 4180; a cell that would be a formula begins with an apostrophe, which the import takes away. */
function csvRow(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });
}

/** What is wrong with a row, in both languages, since whoever mends it may read either. */
export function describeProblems(problems: readonly RowProblem[]): string {
  return problems
    .map(
      ({ line, column, code, params }) =>
        `${line}${column ? ` ${column}` : ''}: ${renderText('zh', code, params)} / ${renderText('en', code, params)}`,
    )
    .join('; ');
}

/**
 * The rejected rows as a CSV file that Excel opens: the cells as they stood, and a last column that says what is wrong.
 * Corrected, it can be imported as it is: the last column is not a column of the import.
 */
export class ErrorFile {
  private stream: WriteStream | undefined;
  private header: readonly string[] = [];

  constructor(readonly path: string) {}

  /** Starts anew with the columns of the list. */
  begin(header: readonly string[]): void {
    this.header = header;
  }

  /** Adds a rejected row. */
  add({ row, problems }: RejectedRow): void {
    this.stream ??= this.open();
    const cells = Array.from({ length: this.header.length }, (_, i) => row.cells[i] ?? '');
    this.stream.write(csvRow([...cells, describeProblems(problems)]));
  }

  /** Ends the file; gives its path, or null when no row was rejected and no file was written. */
  async end(): Promise<string | null> {
    const { stream } = this;
    if (!stream) {
      await rm(this.path, { force: true });
      return null;
    }
    await new Promise<void>((resolve, reject) => stream.once('error', reject).end(resolve));
    return this.path;
  }

  private open(): WriteStream {
    const stream = createWriteStream(this.path);
    stream.write(BOM + csvRow([...this.header, '错误 error']));
    return stream;
  }
}
