import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeArguments, SERVER_ARGUMENTS } from '@app/database';
import { freePort } from '../../apps/cli/src/start/free-port.js';

/** A server of ours in a process of its own, as in real life. */
export interface ServerProcess {
  readonly url: string;
  /** Measurements of the API, in the form of Prometheus; reading them begins the next stretch of time. */
  readMetrics(): Promise<string>;
  /** Memory that it holds now, in megabytes; NaN where the system does not say. */
  rssMb(): number;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const PATIENCE_MS = 60_000;

/** Which program is started, and how one sees that it serves. */
export interface ServerProgram {
  /** Path without ending, relative to this folder. */
  readonly module: string;
  /** Path that answers 200 once it serves. */
  readonly readyPath: string;
  /** Variable that names the port on which it answers that. */
  readonly portVariable: string;
}

export const API: ServerProgram = {
  module: '../../apps/api/src/main',
  readyPath: '/health/ready',
  portVariable: 'PORT',
};

/** The worker; what it answers on is its monitor. */
export const WORKER: ServerProgram = {
  module: '../../apps/worker/src/main',
  readyPath: '/health/ready',
  portVariable: 'WORKER_METRICS_PORT',
};

/**
 * Starts a program on a free port and waits until it serves. What it prints goes to standard error; with a folder for
 * `profile` it leaves there where its processor time went when it is stopped.
 */
export async function startServer(
  program: ServerProgram,
  environment: Record<string, string>,
  profile?: string,
): Promise<ServerProcess> {
  const port = await freePort(0, LOOPBACK);
  const monitorPort = await freePort(0, LOOPBACK);
  const profiler = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const programArguments = nodeArguments(import.meta.url, program.module);
  const child = spawn(process.execPath, [...SERVER_ARGUMENTS, ...profiler, ...programArguments], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: '0',
      ...environment,
      METRICS_PORT: String(monitorPort),
      HOST: LOOPBACK,
      [program.portVariable]: String(port),
    },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, new URL(program.readyPath, url));
  return {
    url,
    readMetrics: async () => (await fetch(`http://127.0.0.1:${monitorPort}/metrics`)).text(),
    rssMb: () => memoryOf(child),
    stop: () =>
      new Promise((resolve) => {
        if (ended(child)) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function untilReady(child: ChildProcess, address: URL): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    if (ended(child))
      throw new Error(`The server under test ended with ${child.exitCode ?? child.signalCode}.`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error('The server under test did not become ready within a minute.');
}

function ended({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
