import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailableError, errorCode, explainMaking, explainSystemError } from './explain-failure.js';
import { ADMINISTRATOR, newCredentials, processLives, ServerFolder } from './server-folder.js';
import { type ServerAccount, chooseAccount, giveTo } from './server-account.js';
import {
  EMBEDDED_MAJOR,
  initdbArguments,
  type ServerBinaries,
  type ServerOptions,
} from './server-settings.js';

const run = promisify(execFile);

/** Below the range from which systems lend ports to outgoing connections, so that the kept port stays free. */
const LOWEST_PORT = 20_000;
const HIGHEST_PORT = 32_000;

/**
 * Makes sure that the folder holds a cluster of ours. A new one is made beside and renamed into place, so that it is
 * either whole or absent; of two starters the second to rename throws its own away.
 */
export async function initialiseFolder(
  folder: ServerFolder,
  binaries: ServerBinaries,
  options: ServerOptions,
): Promise<void> {
  try {
    await mkdir(dirname(folder.root), { recursive: true });
    if (await isEmpty(folder.root)) {
      await removeHalfMade(folder);
      await initialise(folder, binaries, options);
    }
  } catch (error) {
    throw explainSystemError(error, dirname(folder.root));
  }
  await checkCluster(folder);
}

/** A port that nobody listens on is only known when the server tries; this one is unlikely to be taken. */
export function anyPort(): number {
  return randomInt(LOWEST_PORT, HIGHEST_PORT);
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

async function initialise(
  folder: ServerFolder,
  binaries: ServerBinaries,
  options: ServerOptions,
): Promise<void> {
  const half = new ServerFolder(`${folder.root}.${process.pid}-${randomUUID()}.new`);
  try {
    await mkdir(half.root);
    await chmod(half.root, 0o711);
    const credentials = newCredentials();
    await writeFile(half.credentialsFile, JSON.stringify(credentials), { mode: 0o600 });
    await writeFile(half.portFile, String(anyPort()));
    const account = await chooseAccount(dirname(binaries.initdb), dirname(folder.root), half.cluster);
    await makeCluster(half, binaries, account, credentials.administrator, options);
    await rename(half.root, folder.root);
  } catch (error) {
    await rm(half.root, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error)) || (await isEmpty(folder.root)))
      throw error;
  }
}

async function makeCluster(
  half: ServerFolder,
  binaries: ServerBinaries,
  account: ServerAccount,
  password: string,
  options: ServerOptions,
): Promise<void> {
  const passwordFile = join(half.root, 'password');
  await mkdir(half.cluster, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(account, half.cluster);
  await giveTo(account, passwordFile);
  const [command = '', ...args] = [
    ...account.prefix,
    binaries.initdb,
    ...initdbArguments(half.cluster, passwordFile, ADMINISTRATOR, options),
  ];
  try {
    await run(command, args, { ...account.ids, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  } catch (error) {
    throw explainMaking((error as { stderr?: string }).stderr ?? String(error), dirname(half.root));
  }
  await rm(passwordFile);
}

/** Throws away what starters left behind that were killed while they initialised. */
async function removeHalfMade(folder: ServerFolder): Promise<void> {
  const parent = dirname(folder.root);
  for (const name of await readdir(parent)) {
    const pid =
      name.startsWith(`${basename(folder.root)}.`) && name.endsWith('.new')
        ? Number.parseInt(name.split('.').at(-2) ?? '', 10)
        : 0;
    if (pid > 0 && !processLives(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function checkCluster(folder: ServerFolder): Promise<void> {
  const version = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'EACCES') throw explainSystemError(error, folder.root);
    return '';
  });
  if (!(await stat(folder.credentialsFile).catch(() => undefined)) && version === '') {
    throw new DatabaseUnavailableError(
      `The folder ${folder.root} does not hold a database of this program: move it away or set DATA_DIR to another folder.`,
    );
  }
  if (Number.parseInt(version, 10) !== EMBEDDED_MAJOR) {
    throw new DatabaseUnavailableError(
      version.trim() === ''
        ? `The database folder ${folder.root} is damaged (${join('cluster', 'PG_VERSION')} is missing): restore it from a backup, or move it away to start empty.`
        : `The database folder ${folder.root} was made by PostgreSQL ${version.trim()} and this program brings ${EMBEDDED_MAJOR}: move it away to start empty, or set DATABASE_URL to a PostgreSQL ${version.trim()} server on a copy of it.`,
    );
  }
}
