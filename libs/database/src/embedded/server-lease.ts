import { setTimeout as delay } from 'node:timers/promises';
import { explainSystemError } from './explain-failure.js';
import { initialiseFolder } from './initialise-folder.js';
import { serverBinaries, type ServerOptions } from './server-settings.js';
import { ServerConnection } from './server-connection.js';
import type { ServerFolder } from './server-folder.js';
import { spawnKeeper } from './spawn-keeper.js';
import { runningServer } from './start-server.js';

/**
 * Who needs a server and who keeps it, told by advisory locks in its database `postgres`. Everybody who needs the
 * server holds one lock together with the others; the keeper stops it when it gets that lock for itself, from which
 * moment no newcomer gets it. A lock falls with its connection, and so with a process that was killed.
 */
const CLASS = 7012;
const LEASE = `${CLASS}, 1`;
const KEEPER = `${CLASS}, 2`;
const CHANNEL = 'lianqiao_lease';

/** Takes part in the lease; false when the keeper is about to stop the server. */
export async function joinLease(connection: ServerConnection): Promise<boolean> {
  const joined = await connection.isTrue(`pg_try_advisory_lock_shared(${LEASE})`);
  if (joined) await tellKeeper(connection);
  return joined;
}

/** Gives a lease back. */
async function leaveLease(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_advisory_unlock_shared(${LEASE})`);
  await tellKeeper(connection);
}

/** Whether anybody holds a lease. */
function anybodyHoldsLease(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(held(1, 'ShareLock'));
}

/** Whether the server has a keeper. */
export function hasKeeper(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(held(2, 'ExclusiveLock'));
}

/** Becomes the server's keeper; false when it has one. */
export function becomeKeeper(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(`pg_try_advisory_lock(${KEEPER})`);
}

/** Closes the server to newcomers if nobody holds a lease. */
export function closeToNewcomers(connection: ServerConnection): Promise<boolean> {
  return connection.isTrue(`pg_try_advisory_lock(${LEASE})`);
}

/** Opens the server to newcomers again. */
export async function openToNewcomers(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_advisory_unlock(${LEASE})`);
}

/** Calls back whenever somebody took a lease or gave it back; a fallen one is not told. */
export async function onLeaseChange(connection: ServerConnection, callback: () => void): Promise<void> {
  connection.client.on('notification', callback);
  await connection.client.query(`listen ${CHANNEL}`).catch(() => undefined);
}

async function tellKeeper(connection: ServerConnection): Promise<void> {
  await connection.isTrue(`pg_notify('${CHANNEL}', '') is null`);
}

function held(object: number, mode: string): string {
  return `exists (select from pg_locks where locktype = 'advisory' and classid = ${CLASS} and objid = ${object} and mode = '${mode}' and granted)`;
}

const RETRY_MS = 20;
const RETAKE_MS = 1000;
/** How long a server may be without its keeper: one that starts a server becomes its keeper a moment later. */
const KEEPERLESS_MS = 2000;
/** How long a lost server's keeper may take to start it again before another keeper is sent. */
const KEEPER_MS = 2000;
/** How long the last one out waits for the server to stop. */
const STOP_MS = 10_000;

/** A held connection with a place on it. */
interface Place {
  readonly connection: ServerConnection;
  readonly port: number;
}

/**
 * The right to find the server running, held by one process on a connection of its own: the system drops it when the
 * process ends, however it ends. When the server is lost, the lease sees to it that it comes back.
 */
export class ServerLease {
  private readonly released = new AbortController();
  private retaking: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: ServerFolder,
    private readonly options: ServerOptions,
    private place: Place,
  ) {
    this.watch();
  }

  /** Takes part in the folder's server; makes and starts it if need be. Throws one sentence. */
  static async take(folder: ServerFolder, options: ServerOptions): Promise<ServerLease> {
    try {
      await initialiseFolder(folder, await serverBinaries(), options);
      return new ServerLease(folder, options, await takePlace(folder, options));
    } catch (error) {
      throw explainSystemError(error, folder.root);
    }
  }

  /** Lets the process end while it holds the lease, once it has nothing else to do. */
  rest(): void {
    this.place.connection.keepProcess(false);
  }

  get port(): number {
    return this.place.port;
  }

  get connection(): ServerConnection {
    return this.place.connection;
  }

  /** Gives the lease back; the last one out waits until the server has stopped. */
  async release(): Promise<void> {
    if (this.released.signal.aborted) return;
    this.released.abort();
    await this.retaking;
    const { connection } = this.place;
    if (connection.isOver) return;
    connection.keepProcess(true);
    await leaveLease(connection);
    const patience = Date.now() + STOP_MS;
    while (!connection.isOver && Date.now() < patience && !(await anybodyHoldsLease(connection))) {
      await Promise.race([connection.ended, delay(RETRY_MS)]);
    }
    const stopping = connection.isOver;
    await connection.close();
    while (stopping && Date.now() < patience && (await runningServer(this.folder))) await delay(RETRY_MS);
  }

  private watch(): void {
    void this.place.connection.ended.then(() => (this.retaking = this.retake()));
  }

  private async retake(): Promise<void> {
    const { signal } = this.released;
    for (let said = ''; !signal.aborted;) {
      try {
        const place = await takePlace(this.folder, this.options, KEEPER_MS);
        if (place.port !== this.place.port) {
          process.emitWarning(
            `the embedded database moved to port ${place.port}: restart the programs that use ${this.place.port}`,
          );
        }
        this.place = place;
        this.rest();
        return this.watch();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== said) process.emitWarning(reason);
        said = reason;
        await delay(RETAKE_MS, undefined, { ref: false, signal }).catch(() => undefined);
      }
    }
  }
}

async function takePlace(folder: ServerFolder, options: ServerOptions, keeperMs = 0): Promise<Place> {
  const patience = Date.now() + keeperMs;
  for (;;) {
    const running = await runningServer(folder);
    const connection =
      running?.state === 'ready'
        ? await ServerConnection.open(folder, running.port, 'lianqiao lease')
        : undefined;
    if (!running || !connection) {
      if (Date.now() < patience) await delay(RETRY_MS);
      else await spawnKeeper(folder, options);
      continue;
    }
    if (await joinLease(connection)) {
      if (await keptSoon(connection)) return { connection, port: running.port };
      await spawnKeeper(folder, options);
      if (!connection.isOver) return { connection, port: running.port };
    }
    await connection.close();
    await delay(RETRY_MS);
  }
}

async function keptSoon(connection: ServerConnection): Promise<boolean> {
  const patience = Date.now() + KEEPERLESS_MS;
  while (!connection.isOver && Date.now() < patience) {
    if (await hasKeeper(connection)) return true;
    await delay(RETRY_MS);
  }
  return false;
}
