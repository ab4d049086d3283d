import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { explainOpening, outputSince } from './explain-failure.js';
import { anyPort } from './initialise-folder.js';
import { chooseAccount, endsWithParent, giveTo } from './server-account.js';
import { serverArguments, serverBinaries, type ServerOptions } from './server-settings.js';
import { processLives, type ServerFolder, type ServerStatus } from './server-folder.js';

const run = promisify(execFile);

/** What the pid file says when a living server of this very folder wrote it; otherwise nothing runs here. */
export async function runningServer(folder: ServerFolder): Promise<ServerStatus | undefined> {
  const status = await folder.status();
  if (!status || !processLives(status.pid)) return undefined;
  return (await serves(status, folder)) ? status : undefined;
}

/**
 * Removes a pid file whose number now belongs to a program that is no server of this folder (after a reboot, or in a
 * new container): PostgreSQL itself only looks whether the number is taken and would refuse to start for ever.
 */
async function removeStalePidFile(folder: ServerFolder): Promise<void> {
  const status = await folder.status();
  if (!status || (await runningServer(folder))) return;
  const aside = `${folder.root}/stale-${process.pid}.pid`;
  const before = await readFile(folder.pidFile, 'utf8').catch(() => '');
  await rename(folder.pidFile, aside).catch(() => undefined);
  // Another starter may have been quicker and this is its server's fresh file: put it back.
  const moved = await readFile(aside, 'utf8').catch(() => before);
  if (moved === before) await rm(aside, { force: true });
  else await rename(aside, folder.pidFile);
}

async function serves(status: ServerStatus, folder: ServerFolder): Promise<boolean> {
  const [theirs, ours] = await Promise.all(
    [status.cluster, folder.cluster].map((path) => realpath(path).catch(() => path)),
  );
  if (theirs !== ours) return false;
  const command = await commandLine(status.pid);
  return command === undefined || command.includes(status.cluster);
}

/** The command line of a process, or undefined where the system does not tell. */
async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (process.platform === 'win32') return undefined;
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

const LARGEST_LOG = 10_000_000;
const POLL_MS = 10;
/** How long the processes of a killed server may take to notice and leave. */
const LEAVE_MS = 20_000;
const PORT_ATTEMPTS = 20;

type Attempt = { ready: true } | { ready: false; output: string };

/**
 * Starts the server of a folder and waits until it accepts connections. Gives false when another server holds the
 * folder already: whoever is second loses by PostgreSQL's own lock.
 */
export async function startServer(folder: ServerFolder, options: ServerOptions): Promise<boolean> {
  const launch = await prepareLaunch(folder, options);
  const patience = Date.now() + LEAVE_MS;
  let port = (await folder.keptPort()) ?? anyPort();
  for (let ports = 0; ;) {
    await removeStalePidFile(folder);
    const attempt = await launch(port);
    if (attempt.ready) {
      if (port !== (await folder.keptPort())) await writeFile(folder.portFile, String(port));
      return true;
    }
    const { output } = attempt;
    if (/lock file ".*" already exists/.test(output)) return false;
    if (/pre-existing shared memory block/.test(output) && Date.now() < patience) await delay(POLL_MS * 5);
    else if (/Address already in use/.test(output) && ports++ < PORT_ATTEMPTS) port = anyPort();
    else throw explainOpening(output, folder.root);
  }
}

async function prepareLaunch(
  folder: ServerFolder,
  options: ServerOptions,
): Promise<(port: number) => Promise<Attempt>> {
  const { postgres } = await serverBinaries();
  const account = await chooseAccount(dirname(postgres), dirname(folder.root), folder.cluster);
  await giveTo(account, folder.cluster);
  const prefix = [...account.prefix, ...(await endsWithParent())];
  return async (port) => {
    const tooLong = ((await stat(folder.log).catch(() => undefined))?.size ?? 0) > LARGEST_LOG;
    const log = await open(folder.log, tooLong ? 'w' : 'a', 0o600);
    const position = (await log.stat()).size;
    const [command = '', ...args] = [...prefix, postgres, ...serverArguments(folder.cluster, port, options)];
    const server = spawn(command, args, {
      ...account.ids,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      stdio: ['ignore', log.fd, log.fd],
    });
    const ready = await becomesReady(server, folder);
    await log.close();
    return ready ? { ready } : { ready, output: await outputSince(folder.log, position) };
  };
}

async function becomesReady(server: ChildProcess, folder: ServerFolder): Promise<boolean> {
  const exit = new Promise<true>((resolve) =>
    server.once('exit', () => resolve(true)).once('error', () => resolve(true)),
  );
  for (;;) {
    const status = await folder.status();
    if (status?.pid === server.pid && status?.state === 'ready') return true;
    if (await Promise.race([exit, delay(POLL_MS, false)])) return false;
  }
}
