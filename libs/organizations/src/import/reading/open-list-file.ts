import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ListFileError, type ListRow } from './list-row.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import { readTextTable } from './read-text-table.js';
import { SAMPLE_BYTES } from './text-encoding.js';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound files, in which Excel kept its sheets until 2007. */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** The largest spreadsheet, which is held in memory; it may come gzipped, and gzip packs a thousand bytes into one. */
const MAX_ARCHIVE_BYTES = 256_000_000;

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The bytes of a file, unpacked if it is gzipped. */
async function openBytes(path: string): Promise<Readable> {
  const gzipped = startsWith(await firstBytes(path), GZIP);
  const bytes = createReadStream(path);
  // A failure of either destroys both with its error, which whoever reads them meets.
  return gzipped ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
}

/** Reads up to {@link SAMPLE_BYTES} of a stream and gives them beside a stream that begins with them again. */
async function withSample(source: Readable): Promise<{ sample: Buffer; stream: Readable }> {
  const head: Buffer[] = [];
  let size = 0;
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  while (size < SAMPLE_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    head.push(value);
    size += value.length;
  }
  const whole = async function* () {
    yield* head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  return { sample: Buffer.concat(head), stream: Readable.from(whole(), { objectMode: false }) };
}

/** All of a stream at once: the reader of spreadsheets would not notice that its bytes end too early. */
async function collectArchive(stream: Readable, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ARCHIVE_BYTES) throw new ListFileError('LIST_FILE_TOO_LARGE', { file });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function explain(error: unknown, file: string): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new ListFileError('LIST_FILE_TRUNCATED', { file });
  if (code?.startsWith('Z_') || code?.startsWith('E')) {
    return new ListFileError('LIST_FILE_UNREADABLE', { file, reason: (error as Error).message });
  }
  return error as Error;
}

/**
 * Opens a list of organizations (CSV, TSV or XLSX, gzipped or not; UTF-8, UTF-16 or GB18030) and gives its rows as a
 * stream, the header first. Whatever is wrong with the file as a whole is a {@link ListFileError}.
 */
export async function* openListFile(path: string): AsyncGenerator<ListRow> {
  const file = basename(path);
  let bytes: Readable | undefined;
  try {
    bytes = await openBytes(path);
    const { sample, stream } = await withSample(bytes);
    if (sample.length === 0) throw new ListFileError('LIST_FILE_EMPTY', { file });
    if (startsWith(sample, OLD_EXCEL)) throw new ListFileError('LIST_FILE_OLD_EXCEL', { file });
    if (startsWith(sample, ZIP)) yield* readSpreadsheet(await collectArchive(stream, file), file);
    else yield* readTextTable(stream, sample, file);
  } catch (error) {
    throw explain(error, file);
  } finally {
    bytes?.destroy();
  }
}
