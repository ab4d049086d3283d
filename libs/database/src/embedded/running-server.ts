import { execFile } from 'node:child_process';
import { readFile, realpath, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
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
export async function removeStalePidFile(folder: ServerFolder): Promise<void> {
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
