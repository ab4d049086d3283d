import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { ListFileError, type ListRow, MAX_CELL } from './list-row.js';
import { decodeAs, detectEncoding, isPlausible, rejectUndecodable } from './text-encoding.js';

/** Whichever of tab, comma and semicolon stands most often in the first line. */
export function detectDelimiter(firstLine: string): string {
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return ['\t', ',', ';', '，'].reduce((best, next) => (count(next) > count(best) ? next : best), '\t');
}

interface CsvFailure {
  readonly code?: string;
  readonly lines?: number;
  readonly message: string;
}

function explain(error: CsvFailure, file: string): Error {
  if (error instanceof ListFileError) return error;
  const line = error.lines ?? 0;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new ListFileError('LIST_FILE_CELL_TOO_LONG', { line, max: MAX_CELL });
  if (error.code?.startsWith('CSV_'))
    return new ListFileError('LIST_FILE_MALFORMED', { line, reason: error.message, file });
  return error as Error;
}

/** Files of rejected rows keep `=1` from being a formula with an apostrophe before it, which is no part of the cell. */
function withoutFormulaGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function count(cells: readonly string[], pattern: RegExp): number {
  return cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);
}

/** The rows of a CSV or TSV text; quotation marks are only special in CSV. */
export async function* readTextTable(bytes: Readable, sample: Buffer, file: string): AsyncGenerator<ListRow> {
  const encoding = detectEncoding(sample);
  if (!isPlausible(sample, encoding)) throw new ListFileError('LIST_FILE_ENCODING', { file, line: 1 });
  const start = iconv.decode(sample.subarray(0, 65_536), encoding, { stripBOM: true });
  const delimiter = detectDelimiter(start.slice(0, start.search(/[\r\n]|$/)));
  const parser = parse({
    delimiter,
    quote: delimiter === '\t' ? null : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_CELL,
    info: true,
  });
  const refuse = rejectUndecodable((line) => new ListFileError('LIST_FILE_ENCODING', { file, line }));
  // A failure of any part destroys the parser with its error, which the loop below throws.
  pipeline(bytes, decodeAs(encoding), refuse, parser, () => undefined);
  try {
    let line = 0;
    // The parser counts a break of two characters inside of a cell as two lines.
    let twice = 0;
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines - count(record, /[\r\n]/g) - twice;
      twice += count(record, /\r\n/g);
      yield { line, cells: record.map(withoutFormulaGuard) };
    }
    if (line === 0) throw new ListFileError('LIST_FILE_EMPTY', { file });
  } catch (error) {
    throw explain(error as CsvFailure, file);
  }
}
