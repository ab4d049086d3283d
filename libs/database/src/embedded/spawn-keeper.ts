import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseUnavailableError } from './explain-failure.js';
import type { ServerFolder } from './server-folder.js';
import type { ServerOptions } from './server-settings.js';

const TYPESCRIPT = new URL('../../../../scripts/typescript/register.mjs', import.meta.url);

/**
 * Arguments of a process that answers requests: with 32 MB for young objects instead of 16, the pauses to collect what
 * large answers leave behind are half as many.
 */
export const SERVER_ARGUMENTS = ['--max-semi-space-size=32'] as const;

/**
 * Node's arguments for running a program of the project in a process of its own. `module` is its path without ending,
 * relative to the caller: compiled beside a compiled caller, else the TypeScript source through the loader in scripts.
 */
export function nodeArguments(callerUrl: string, module: string): string[] {
  const ending = extname(fileURLToPath(callerUrl));
  const program = fileURLToPath(new URL(`${module}${ending}`, callerUrl));
  return ending === '.js' ? ['--enable-source-maps', program] : ['--import', TYPESCRIPT.href, program];
}

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
