import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailableError } from './explain-failure.js';

const run = promisify(execFile);

/** The user `nobody`. */
const NOBODY = 65534;

/**
 * Under which account the server's programs run. PostgreSQL refuses root, so root starts them as another user; where
 * that user could not reach the folders (a checkout below /root), as root in a user namespace in which it is called nobody.
 */
export interface ServerAccount {
  /** Command and arguments that stand before the program. */
  readonly prefix: readonly string[];
  /** What spawn switches to. */
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Who has to own the files, where root starts the server. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** Chooses the account for a server with its programs in one folder and its files below another, which exists. */
export async function chooseAccount(
  programs: string,
  folder: string,
  cluster: string,
): Promise<ServerAccount> {
  if (process.getuid?.() !== 0)
    return hasName() ? { prefix: [], ids: {} } : inUserNamespace(programs, folder);
  const made = await stat(cluster).catch(() => undefined);
  if (made && made.uid !== 0 && made.uid !== NOBODY) return asUser(made.uid, made.gid);
  if ((await everybodyReaches(programs)) && (await everybodyReaches(folder))) return asUser(NOBODY, NOBODY);
  return { ...(await inUserNamespace(programs, folder)), owner: { uid: 0, gid: 0 } };
}

/** A user namespace in which the account that we have is called nobody. */
async function inUserNamespace(programs: string, folder: string): Promise<ServerAccount> {
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (await succeeds([...prefix, 'true'])) return { prefix, ids: {} };
  throw new DatabaseUnavailableError(
    `PostgreSQL does not run under this account (root, or one without a name) and no other account can reach ${folder} and ${programs}: start as an ordinary user, move them, or set DATABASE_URL.`,
  );
}

/** Whether the system knows the name of our account, which initdb asks for; in containers it may be a bare number. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function asUser(uid: number, gid: number): ServerAccount {
  return { prefix: [], ids: { uid, gid }, owner: { uid, gid } };
}

/** Gives a tree to the account, if root has to. */
export async function giveTo(account: ServerAccount, path: string): Promise<void> {
  if (!account.owner) return;
  const { uid, gid } = account.owner;
  const now = await stat(path);
  if (now.uid !== uid || now.gid !== gid) await run('chown', ['-R', `${uid}:${gid}`, path]);
}

/** Lets the server end with the process that started it; systems without it rely on the next keeper taking over. */
export async function endsWithParent(): Promise<readonly string[]> {
  const prefix = ['setpriv', '--pdeathsig', 'INT'];
  return process.platform === 'linux' && (await succeeds([...prefix, 'true'])) ? prefix : [];
}

async function everybodyReaches(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function succeeds([command, ...args]: string[]): Promise<boolean> {
  return run(command ?? '', args).then(
    () => true,
    () => false,
  );
}
