import { readFile } from 'node:fs/promises';

/** The database cannot be used. The message is one sentence that says why and what to do, and never holds a password. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** The code of a system or SQL error: `ENOENT`, `28P01`. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The sentence for a system error in a folder, or for anything else that went wrong there. */
export function explainSystemError(error: unknown, folder: string): DatabaseUnavailableError {
  if (error instanceof DatabaseUnavailableError) return error;
  const code = errorCode(error);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new DatabaseUnavailableError(
      `The folder ${folder} cannot be written: allow this user to write there or set DATA_DIR to another folder.`,
    );
  }
  if (['ENOTDIR', 'EEXIST'].includes(code)) {
    return new DatabaseUnavailableError(
      `${folder} cannot be a folder because a file stands in its place: remove that file or set DATA_DIR to another folder.`,
    );
  }
  if (['ENOSPC', 'EDQUOT'].includes(code)) return diskFull(folder);
  return new DatabaseUnavailableError(
    `The embedded database in ${folder} failed (${firstLine(String(error))}): set DATA_DIR to another folder or DATABASE_URL to a server.`,
  );
}

/** The sentence for what initdb wrote before it gave up making a new folder. */
export function explainMaking(output: string, folder: string): DatabaseUnavailableError {
  return (
    commonCause(output, folder) ??
    new DatabaseUnavailableError(
      `A new database could not be made in ${folder} (${reason(output)}): set DATA_DIR to another folder or DATABASE_URL to a server of your own.`,
    )
  );
}

/** The sentence for what the server wrote before it gave up opening its folder. */
export function explainOpening(output: string, folder: string): DatabaseUnavailableError {
  return (
    commonCause(output, folder) ??
    new DatabaseUnavailableError(
      `The database folder ${folder} cannot be opened (${reason(output)}): restore it from a backup, or move it away to start empty.`,
    )
  );
}

function commonCause(output: string, folder: string): DatabaseUnavailableError | undefined {
  if (/No space left on device|disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(output))
    return diskFull(folder);
  if (/Read-only file system/i.test(output)) return explainSystemError({ code: 'EROFS' }, folder);
  if (/error while loading shared libraries|Library not loaded|symbol not found/i.test(output)) {
    return new DatabaseUnavailableError(
      `The embedded PostgreSQL does not run on this system (${reason(output)}): set DATABASE_URL to a server of your own.`,
    );
  }
  if (/could not \w+ .*shared memory|Cannot allocate memory/i.test(output)) {
    return new DatabaseUnavailableError(
      `The embedded PostgreSQL got too little memory (${reason(output)}): free memory and start again.`,
    );
  }
  return undefined;
}

/** What a program appended to a log since a position. */
export async function outputSince(log: string, position: number): Promise<string> {
  const bytes = await readFile(log).catch(() => Buffer.alloc(0));
  return bytes.subarray(position).toString('utf8');
}

function diskFull(folder: string): DatabaseUnavailableError {
  return new DatabaseUnavailableError(
    `The disk that holds ${folder} is full: free some space and start again.`,
  );
}

function reason(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const telling =
    lines.find((line) => /\b(PANIC|FATAL):|error/i.test(line)) ??
    lines.findLast((line) => line !== '') ??
    'no reason given';
  return firstLine(telling.replace(/^.*?\b(PANIC|FATAL):\s*/, ''));
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
