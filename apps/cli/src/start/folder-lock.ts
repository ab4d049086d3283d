import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * When a process started, in whatever form the system tells it, or undefined when there is no such process. Number and
 * start time together name a process for good; the number alone is given again to another one.
 */
export function processStartTime(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the program's name in parentheses, which may hold anything, the start is the 20th field.
      return line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    }
    process.kill(pid, 0);
    return 'running';
  } catch {
    return undefined;
  }
}

/** The platform cannot start here. The message is one sentence that says why and what to do. */
export class StartRefusedError extends Error {
  override readonly name = 'StartRefusedError';
}

interface Owner {
  readonly pid: number;
  readonly startTime: string;
}

const RETRY_MS = 20;
/** How long a lock file may be empty, since it is made before it is written. */
const WRITE_MS = 500;

/** A data folder's lock: one launcher per folder. A lock whose process is gone does not count. */
export class FolderLock {
  private constructor(private readonly file: string) {}

  /** Locks a folder, which is made if need be; throws one sentence when it cannot be used or another launcher has it. */
  static async take(folder: string): Promise<FolderLock> {
    const file = join(folder, 'launcher.lock');
    await makeFolder(folder);
    for (let patience = Date.now() + WRITE_MS; ; await delay(RETRY_MS)) {
      if (await create(file, folder)) return new FolderLock(file);
      const text = await readFile(file, 'utf8').catch(() => '');
      if (text === '' && Date.now() < patience) continue;
      const owner = parse(text);
      if (owner && processStartTime(owner.pid) === owner.startTime) {
        throw new StartRefusedError(
          `The platform already runs in ${folder} (process ${owner.pid}): stop it first, or choose another folder with DATA_DIR.`,
        );
      }
      await removeStale(file, text);
    }
  }

  async release(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unusable(error, folder);
  }
}

async function create(file: string, folder: string): Promise<boolean> {
  try {
    const lock = await open(file, 'wx');
    const owner: Owner = { pid: process.pid, startTime: processStartTime(process.pid) ?? '' };
    await lock.writeFile(JSON.stringify(owner));
    await lock.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unusable(error, folder);
  }
}

/** Of several processes that find the same stale lock only one removes it; one that moved a fresh lock puts it back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => stale);
  if (moved === stale) await rm(aside, { force: true });
  else await rename(aside, file);
}

function parse(text: string): Owner | undefined {
  try {
    const { pid, startTime } = JSON.parse(text) as Partial<Owner>;
    return pid && startTime ? { pid, startTime } : undefined;
  } catch {
    return undefined;
  }
}

function unusable(error: unknown, folder: string): StartRefusedError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (['EEXIST', 'ENOTDIR'].includes(code)) {
    return new StartRefusedError(
      `The data folder ${folder} cannot be made because a file stands in its place: remove it or choose another folder with DATA_DIR.`,
    );
  }
  if (['ENOSPC', 'EDQUOT'].includes(code))
    return new StartRefusedError(`The disk that holds ${folder} is full: free some space and start again.`);
  return new StartRefusedError(
    `The data folder ${folder} cannot be written (${code}): allow this user to write there or choose another folder with DATA_DIR.`,
  );
}
