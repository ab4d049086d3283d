import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from './database-unavailable.error.js';
import { becomeKeeper, closeToNewcomers, onLeaseChange, openToNewcomers } from './lease-locks.js';
import { processLives, signalProcess } from './process-lives.js';
import { runningServer } from './running-server.js';
import { ServerConnection } from './server-connection.js';
import type { ServerFolder } from './server-folder.js';
import type { ServerOptions } from './server-settings.js';
import { startServer } from './start-server.js';

const LOOK_MS = 1000;
/** How long a server without any lease waits for its first one. */
const FIRST_LEASE_MS = 10_000;
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

  constructor(
    private readonly folder: ServerFolder,
    private readonly options: ServerOptions,
  ) {}

  /** Keeps the server until nobody needs it; `onReady` when it accepts connections. Leaves at once if it has a keeper. */
  async keep(onReady: () => void): Promise<void> {
    while (!this.stopping) {
      const connection = await this.bringUp();
      const mine = await becomeKeeper(connection);
      if (connection.isOver) continue;
      onReady();
      if (!mine) return connection.close();
      if (await this.untilUnused(connection)) await this.stop();
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

  private async bringUp(): Promise<ServerConnection> {
    const patience = Date.now() + START_MS;
    while (Date.now() < patience) {
      const running = await runningServer(this.folder);
      this.pid = running?.pid ?? this.pid;
      const connection =
        running?.state === 'ready'
          ? await ServerConnection.open(this.folder, running.port, 'lianqiao keeper')
          : undefined;
      if (connection) return connection;
      if (running || !(await startServer(this.folder, this.options))) await delay(20);
    }
    throw new DatabaseUnavailableError(
      `The embedded database did not start within five minutes: see ${this.folder.log}.`,
    );
  }

  /** True when the last lease was given back or fell, and newcomers are shut out; false when the server is lost. */
  private async untilUnused(connection: ServerConnection): Promise<boolean> {
    let used = false;
    let wake = (): void => undefined;
    await onLeaseChange(connection, () => {
      used = true;
      wake();
    });
    const patience = Date.now() + FIRST_LEASE_MS;
    while (!connection.isOver) {
      if (!(await closeToNewcomers(connection))) used = true;
      else if (used || Date.now() > patience) return true;
      else await openToNewcomers(connection);
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await Promise.race([woken, connection.ended, delay(LOOK_MS, undefined, { ref: false })]);
    }
    return false;
  }
}
