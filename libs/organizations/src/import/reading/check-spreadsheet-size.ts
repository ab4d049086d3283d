import { Readable } from 'node:stream';
import { Parse } from 'unzipper';
import { ListFileError } from './list-row.js';

/** How much a spreadsheet may hold when it is unpacked. Deflate packs a thousand bytes into one, so the file's own size says nothing. */
export interface SpreadsheetLimits {
  /** Bytes of everything in the archive. */
  readonly totalBytes: number;
  /** Bytes of shared strings, styles and all else that the reader keeps in memory as a whole. */
  readonly keptBytes: number;
  /** Elements of those parts: each becomes an object, however short it is. */
  readonly keptElements: number;
  /** Bytes of one row of a sheet: the reader keeps a row until it ends. */
  readonly rowBytes: number;
}

/** Enough for a list of 50 MB, the largest that can be uploaded; the reader then stays below 1 GB. */
export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  totalBytes: 2_000_000_000,
  keptBytes: 256_000_000,
  keptElements: 10_000_000,
  rowBytes: 16_000_000,
};

const WORKSHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const KEPT = /^xl\/(sharedStrings|styles|workbook)\.xml$|\.rels$/;
const LESS_THAN = 0x3c;
const SLASH = 0x2f;
/** What may stand behind the name of an element: blanks, `/`, `>`. */
const ENDS_NAME = new Set([0x09, 0x0a, 0x0d, 0x20, SLASH, 0x3e]);

/**
 * Unpacks a spreadsheet once without keeping anything, with the same parser that the reader uses, and throws a
 * {@link ListFileError} as soon as it holds more than the limits. Takes time proportional to the unpacked size, at most
 * `totalBytes`.
 */
export async function checkSpreadsheetSize(
  archive: Buffer,
  file: string,
  limits: SpreadsheetLimits = SPREADSHEET_LIMITS,
): Promise<void> {
  const source = Readable.from([archive], { objectMode: false });
  const parser = Parse({ forceStream: true });
  // The parser tells of an archive that ends too early, but leaves the entry that it was in waiting for ever.
  let open: { destroy(error: Error): unknown } | undefined;
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
    open?.destroy(error);
  });
  source.on('error', () => undefined).pipe(parser);
  const left = { total: limits.totalBytes, kept: limits.keptBytes, elements: limits.keptElements };
  const refuse = (): never => {
    throw new ListFileError('LIST_FILE_TOO_LARGE', { file });
  };
  try {
    for await (const entry of parser) {
      const isSheet = WORKSHEET.test(entry.path);
      const isKept = KEPT.test(entry.path);
      if (failure) throw failure;
      open = entry;
      let row = 0;
      let previous = 0;
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        left.total -= chunk.length;
        if (isSheet) {
          const start = lastRowStart(chunk);
          row = start < 0 ? row + chunk.length : chunk.length - start;
        }
        if (isKept) {
          left.kept -= chunk.length;
          left.elements -= countElements(chunk, previous);
          previous = chunk.at(-1) ?? previous;
        }
        if (left.total < 0 || left.kept < 0 || left.elements < 0 || row > limits.rowBytes) refuse();
      }
    }
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Where the last row of a piece of a sheet begins, or -1; `<rowBreaks` begins none. */
function lastRowStart(chunk: Buffer): number {
  for (let at = chunk.lastIndexOf('<row'); at >= 0; at = at > 0 ? chunk.lastIndexOf('<row', at - 1) : -1)
    if (ENDS_NAME.has(chunk[at + 4] ?? 0)) return at;
  return -1;
}

/** Opening tags of a piece of XML; `previous` is the byte before it. */
function countElements(chunk: Buffer, previous: number): number {
  let count = 0;
  let before = previous;
  for (const byte of chunk) {
    if (before === LESS_THAN && byte !== SLASH) count++;
    before = byte;
  }
  return count;
}
