import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A server of ours in a process of its own, as in real life. */
export interface ServerProcess {
  readonly url: string;
  /** Memory that it holds now, in megabytes; NaN where the system does not say. */
  rssMb(): number;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts a program that listens on `PORT` and waits until `path` answers 200. */
export async function startServer(program: URL, environment: Record<string, string>, path: string): Promise<ServerProcess> {
  const port = await freePort();
  const child = fork(program, [], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...environment, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, new URL(path, url));
  return {
    url,
    rssMb: () => memoryOf(child),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function untilReady(child: ChildProcess, address: URL): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`The server under test ended with ${child.exitCode}.`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error('The server under test did not become ready within a minute.');
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
