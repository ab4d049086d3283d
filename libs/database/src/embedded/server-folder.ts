import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseUnavailableError, errorCode } from './explain-failure.js';

/** Whether a process of this number runs, whoever's it is. */
export function processLives(pid: number): boolean {
  return signalProcess(pid, 0);
}

/** Sends a signal; false when there is no such process (any more). */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The role that starts, watches and stops the server. */
export const ADMINISTRATOR = 'postgres';
/** The role that the platform works under: it owns its databases and may create more, but is no superuser. */
export const APPLICATION = 'lianqiao';

/** The random passwords of the two roles; they stand in a file that only the user who made it can read. */
interface Credentials {
  readonly administrator: string;
  readonly application: string;
}

/** What the server says of itself in its pid file. */
export interface ServerStatus {
  readonly pid: number;
  readonly port: number;
  /** The folder it serves, as its starter called it. */
  readonly cluster: string;
  /** `starting`, `ready` or `stopping`. */
  readonly state: string;
}

/** New random passwords. */
export function newCredentials(): Credentials {
  const secret = () => randomBytes(24).toString('base64url');
  return { administrator: secret(), application: secret() };
}

/**
 * The folder of an embedded server inside the data folder:
 * `cluster/` (PostgreSQL's own), `credentials.json` (0600), `port` (kept from start to start), `server.log`.
 */
export class ServerFolder {
  readonly root: string;
  readonly cluster: string;
  readonly log: string;
  readonly portFile: string;
  readonly credentialsFile: string;
  readonly pidFile: string;

  constructor(root: string) {
    this.root = resolve(root);
    this.cluster = join(this.root, 'cluster');
    this.log = join(this.root, 'server.log');
    this.portFile = join(this.root, 'port');
    this.credentialsFile = join(this.root, 'credentials.json');
    this.pidFile = join(this.cluster, 'postmaster.pid');
  }

  static in(dataDir: string): ServerFolder {
    return new ServerFolder(join(resolve(dataDir), 'postgres'));
  }

  /** The passwords; throws when the file is missing, broken or another user's. */
  async credentials(): Promise<Credentials> {
    try {
      const { administrator, application } = JSON.parse(
        await readFile(this.credentialsFile, 'utf8'),
      ) as Partial<Credentials>;
      if (administrator && application) return { administrator, application };
    } catch (error) {
      if (errorCode(error) === 'EACCES') {
        throw new DatabaseUnavailableError(
          `The database folder ${this.root} belongs to another user: start as that user or set DATA_DIR to another folder.`,
        );
      }
    }
    throw new DatabaseUnavailableError(
      `The file ${this.credentialsFile} is missing or damaged: restore it from a backup, or move ${this.root} away to start empty.`,
    );
  }

  /** The port to try first. */
  async keptPort(): Promise<number | undefined> {
    const port = Number.parseInt(await readFile(this.portFile, 'utf8').catch(() => ''), 10);
    return port > 0 && port < 65536 ? port : undefined;
  }

  /** What the pid file says; it may be left over from a killed server, or copied with the folder from another one. */
  async status(): Promise<ServerStatus | undefined> {
    const lines = (await readFile(this.pidFile, 'utf8').catch(() => '')).split('\n');
    const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
    const port = Number.parseInt(lines[3] ?? '', 10);
    return pid && port
      ? { pid, port, cluster: lines[1] ?? '', state: lines[7]?.trim() ?? 'starting' }
      : undefined;
  }
}
