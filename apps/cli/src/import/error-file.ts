import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { renderText } from '@app/kernel';
import type { RejectedRow, RowProblem } from '@app/organizations';

const BOM = '\uFEFF';

function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
    this.stream.write(`${[...cells, describeProblems(problems)].map(csvCell).join(',')}\r\n`);
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
    stream.write(`${BOM}${[...this.header, '错误 error'].map(csvCell).join(',')}\r\n`);
    return stream;
  }
}
