import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { DatabaseUnavailableError } from './database-unavailable.error.js';
import { nodeArguments } from './node-arguments.js';
import type { ServerFolder } from './server-folder.js';
import type { ServerOptions } from './server-settings.js';

/** What a keeper tells its starter: the server accepts connections, or why it does not. */
export type KeeperReport = { ready: true } | { ready: false; reason: string };

/** Starts a keeper in a session of its own and waits until its server, or another keeper's, accepts connections. */
export async function spawnKeeper(folder: ServerFolder, options: ServerOptions): Promise<void> {
  const log = await open(folder.log, 'a', 0o600);
  const environment: NodeJS.ProcessEnv = { ...process.env };
  delete environment['NODE_OPTIONS'];
  const program = nodeArguments(import.meta.url, './keeper.main');
  const keeper = spawn(process.execPath, [...program, folder.root, JSON.stringify(options)], {
    cwd: '/',
    detached: true,
    env: environment,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  await log.close();
  const report = await new Promise<KeeperReport>((resolve) => {
    keeper.once('message', (message) => resolve(message as KeeperReport));
    keeper.once('error', (error) => resolve({ ready: false, reason: error.message }));
    keeper.once('exit', () =>
      resolve({
        ready: false,
        reason: `The keeper of the embedded database ended early: see ${folder.log}.`,
      }),
    );
  });
  keeper.unref();
  if (!report.ready) throw new DatabaseUnavailableError(report.reason);
}
