import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from './explain-failure.js';
import { becomeKeeper, closeToNewcomers, onLeaseChange, openToNewcomers } from './server-lease.js';
import { processLives, type ServerFolder, signalProcess } from './server-folder.js';
import { runningServer, startServer } from './start-server.js';
import { ServerConnection } from './server-connection.js';
import type { ServerOptions } from './server-settings.js';

const LOOK_MS = 1000;
/** How long a server without any lease waits for its first one. */
const FIRST_LEASE_MS = 10_000;
/** How long those who held a lease of a lost server may take to come back to it. */
const RETURN_MS = 5000;
/** Crash recovery of a large log takes its time; beyond this something is wrong. */
const START_MS = 300_000;
/** How long a stopping server may write to disk before it is made to stop without; nothing committed is lost by that. */
const STOP_MS = 60_000;

/**
 * Whom an embedded server belongs to: a process in a session of its own, so that it outlives its starter and no Ctrl-C
 * reaches it. It starts the server, starts it again when it was killed, and stops it when nobody holds a lease.
 */
export class Keeper {
  private stopping = false;
  private pid = 0;
  /** Whether the server runs that this process started, which ends with it. */
  private isParent = false;

  constructor(
    private readonly folder: ServerFolder,
    private readonly options: ServerOptions,
  ) {}

  /** Keeps the server until nobody needs it; `onReady` when it accepts connections. Leaves at once if it has a keeper. */
  async keep(onReady: () => void): Promise<void> {
    for (let returnMs = 0; !this.stopping; returnMs = RETURN_MS) {
      const connection = await this.bringUp();
      const mine = await becomeKeeper(connection);
      if (connection.isOver) continue;
      onReady();
      if (!mine && !(await this.standBy(connection))) return connection.close();
      if (await this.untilUnused(connection, returnMs)) await this.stop();
    }
  }

  /** Stops the server, whoever is connected, and waits until it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    const patience = Date.now() + STOP_MS;
    if (this.pid === 0) return;
    signalProcess(this.pid, 'SIGINT');
    while (processLives(this.pid)) {
      await delay(10);
      if (Date.now() > patience) signalProcess(this.pid, 'SIGQUIT');
    }
  }

  /**
   * The server ends with the process that started it. So a starter that came second to the keeper's lock stays as long
   * as its server: true when it has become the keeper after all, false when it is not needed (any more).
   */
  private async standBy(connection: ServerConnection): Promise<boolean> {
    while (this.isParent && !this.stopping && !connection.isOver) {
      if (await becomeKeeper(connection)) return true;
      await Promise.race([connection.ended, delay(LOOK_MS)]);
    }
    return false;
  }

  private async bringUp(): Promise<ServerConnection> {
    const patience = Date.now() + START_MS;
    this.isParent = false;
    while (Date.now() < patience) {
      const running = await runningServer(this.folder);
      this.pid = running?.pid ?? this.pid;
      const connection =
        running?.state === 'ready'
          ? await ServerConnection.open(this.folder, running.port, 'lianqiao keeper')
          : undefined;
      if (connection) return connection;
      if (!running && (await startServer(this.folder, this.options))) this.isParent = true;
      else await delay(20);
    }
    throw new DatabaseUnavailableError(
      `The embedded database did not start within five minutes: see ${this.folder.log}.`,
    );
  }

  /**
   * True when the last lease was given back or fell, and newcomers are shut out; false when the server is lost.
   * For `returnMs` it waits for more than those who have come and gone.
   */
  private async untilUnused(connection: ServerConnection, returnMs: number): Promise<boolean> {
    let used = false;
    let wake = (): void => undefined;
    await onLeaseChange(connection, () => {
      used = true;
      wake();
    });
    const back = Date.now() + returnMs;
    const patience = Date.now() + FIRST_LEASE_MS;
    while (!connection.isOver) {
      if (!(await closeToNewcomers(connection))) used = true;
      else if (Date.now() > (used ? back : patience)) return true;
      else await openToNewcomers(connection);
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await Promise.race([woken, connection.ended, delay(LOOK_MS, undefined, { ref: false })]);
    }
    return false;
  }
}
