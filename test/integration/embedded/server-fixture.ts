import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ServerFolder, type ServerStatus } from '../../../libs/database/src/embedded/server-folder.js';
import { runningServer } from '../../../libs/database/src/embedded/start-server.js';

const REGISTER = new URL('../../../scripts/typescript/register.mjs', import.meta.url).href;
const HOLDER = fileURLToPath(new URL('./lease-holder.main.ts', import.meta.url));
/** Longer than the minute for which a lost worker's lease holds up its deliveries. */
const PATIENCE_MS = 120_000;

/** A data folder of its own, reachable for the account under which root runs the server. */
export async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lianqiao-spec-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a data folder once nothing runs in it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  await until(async () => !(await serverOf(dataDir)));
  await rm(dataDir, { recursive: true, force: true });
}

/** The server that runs in a data folder. */
export function serverOf(dataDir: string): Promise<ServerStatus | undefined> {
  return runningServer(ServerFolder.in(dataDir));
}

/** The number of the process that keeps the server of a data folder. */
export async function keeperOf(dataDir: string): Promise<number | undefined> {
  const { root } = ServerFolder.in(dataDir);
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('keeper.main') && command.split('\0').includes(root)) return Number(pid);
  }
  return undefined;
}

/** Waits for a condition; fails when it does not come true. */
export async function until<T>(
  condition: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > patience) throw new Error(`never came true: ${condition.toString()}`);
    await delay(10);
  }
}

/** Runs one statement on a database, on a connection of its own. */
export async function queryOn<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that holds a lease, as api and worker do. */
export class LeaseHolder {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it has its lease. */
  static async start(dataDir: string): Promise<LeaseHolder> {
    const child = spawn(process.execPath, ['--import', REGISTER, HOLDER, dataDir], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exited = new Promise<never>((_, reject) =>
      child.once('exit', (code) => reject(new Error(`holder ended with ${code}`))),
    );
    const line = new Promise<string>((resolve) =>
      createInterface({ input: child.stdout }).once('line', resolve),
    );
    const url = await Promise.race([line, exited]);
    exited.catch(() => undefined);
    return new LeaseHolder(child, url);
  }

  /** Ends it at once, with no chance to give its lease back. */
  async kill(): Promise<void> {
    await this.end(() => this.process.kill('SIGKILL'));
  }

  /** Lets it give its lease back. */
  async release(): Promise<void> {
    await this.end(() => this.process.stdin?.end());
  }

  private async end(how: () => void): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    how();
    await gone;
  }
}
