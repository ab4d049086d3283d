import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ListFileError } from './list-file.errors.js';
import type { ListRow } from './list-row.js';
import { readSpreadsheet } from './read-spreadsheet.js';
import { readTextTable } from './read-text-table.js';
import { SAMPLE_BYTES } from './text-encoding.js';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

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
  const rest = async function* () {
    yield* head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const stream = new PassThrough();
  void pump(rest(), stream);
  return { sample: Buffer.concat(head), stream };
}

async function pump(chunks: AsyncIterable<Buffer>, into: PassThrough): Promise<void> {
  try {
    for await (const chunk of chunks)
      if (!into.write(chunk)) await new Promise((go) => into.once('drain', go));
    into.end();
  } catch (error) {
    into.destroy(error as Error);
  }
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
  try {
    const magic = await firstBytes(path);
    if (magic.length === 0) throw new ListFileError('LIST_FILE_EMPTY', { file });
    if (startsWith(magic, ZIP)) {
      yield* readSpreadsheet(path, file);
      return;
    }
    const bytes = createReadStream(path);
    const plain = startsWith(magic, GZIP) ? bytes.pipe(createGunzip()) : bytes;
    if (plain !== bytes) bytes.on('error', (error) => (plain as Transform).destroy(error));
    const { sample, stream } = await withSample(plain);
    yield* readTextTable(stream, sample, file);
  } catch (error) {
    throw explain(error, file);
  }
}
