import { acquireDatabase, type DatabaseLease, migrate, nodeArguments, SERVER_ARGUMENTS } from '@app/database';
import type { Settings } from '@app/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { checkSearchServer, type SearchKeys } from './check-search-server.js';
import {
  accountsIn,
  demonstrationAccounts,
  isInhabited,
  loadDemonstration,
  refuseDemonstrationAccounts,
  wantsDemonstration,
} from './demonstration.js';
import { FolderLock, StartRefusedError } from './folder-lock.js';
import { freePort } from './free-port.js';
import { SupervisedProcess } from './supervised-process.js';

/** Who can be tried out in the demonstration data. */
export interface DemonstrationAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

/**
 * What makes API and worker quiet while developing: the addresses stay in sight at the end of the terminal, and what goes
 * wrong is still told. Production, and an operator who sets LOG_LEVEL, get what they ask for.
 */
export function quietLog(
  { production }: { readonly production: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): { LOG_LEVEL?: string } {
  return production || environment['LOG_LEVEL'] ? {} : { LOG_LEVEL: 'warn' };
}

/** The lines that greet the operator once everything runs. */
function welcome(address: string, seconds: string, accounts: readonly DemonstrationAccount[]): string[] {
  const width = Math.max(0, ...accounts.map(({ role }) => role.length));
  return [
    '',
    `Lianqiao 链桥 is ready after ${seconds} s`,
    '',
    `  Portal    ${address}/`,
    `  GraphQL   ${address}/graphql`,
    `  Health    ${address}/health/ready`,
    ...(accounts.length > 0 ? ['', '  Demonstration accounts'] : []),
    ...accounts.map(({ role, login, password }) => `    ${role.padEnd(width)}   ${login}   ${password}`),
    '',
    '  Ctrl-C stops everything; a second one does so at once.',
    '',
  ];
}

/** npm passes a Ctrl-C on that the terminal has sent to everybody already: what follows so soon is the same wish. */
const SAME_WISH_MS = 500;

/** Turns the operator's signals into two wishes: to stop, and, repeated, to stop at once. Gives what ends listening. */
export function onStopSignals(
  stop: () => void,
  stopAtOnce: () => void,
  clock: () => number = () => performance.now(),
): () => void {
  let first: number | undefined;
  const wish = (): void => {
    const now = clock();
    if (first === undefined) {
      first = now;
      stop();
    } else if (now - first > SAME_WISH_MS) stopAtOnce();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, wish);
  return () => {
    for (const signal of signals) process.off(signal, wish);
  };
}

/** The launcher's lines, each with the seconds since the start. */
class Progress {
  private readonly began = performance.now();

  constructor(private readonly write: (line: string) => void = (line) => console.log(line)) {}

  /** One finished step, or something worth knowing. */
  say(what: string): void {
    this.write(`[${this.seconds().padStart(5)} s] ${what}`);
  }

  /** Lines without a time. */
  print(lines: readonly string[]): void {
    for (const line of lines) this.write(line);
  }

  /** Seconds since the start, with one decimal. */
  seconds(): string {
    return ((performance.now() - this.began) / 1000).toFixed(1);
  }
}

const LOOK_MS = 50;

/** The address under which this very machine reaches the platform. */
function localAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Waits until the platform says that it can serve, or until the signal ends the waiting. */
async function waitUntilReady(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const status = await fetch(`${address}/health/ready`, { signal }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Beyond this the platform is taken for broken: a usual start takes seconds. */
const READY_MS = 120_000;
/** How long a process may take to finish what it holds, after the time in which it still serves. */
const DRAIN_MS = 30_000;

/**
 * Starts the platform on one machine and stays until it is stopped: checks that it can run here, finds or starts the
 * database, brings the schema up to date, and runs API and worker as processes of their own.
 */
export class Launcher {
  private readonly progress = new Progress();
  private readonly stop = new AbortController();
  /** What has to be undone, in the order in which it was done. */
  private readonly undo: (() => Promise<void>)[] = [];
  private readonly processes: SupervisedProcess[] = [];
  private searchKeys: SearchKeys = { api: {}, worker: {} };

  constructor(
    private readonly settings: Settings,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Runs until a signal stops it; throws one sentence when it cannot start or a part of it cannot be kept running. */
  async run(): Promise<void> {
    const deafen = onStopSignals(
      () => this.stop.abort(),
      () => this.stopAtOnce(),
    );
    try {
      await this.start();
      if (!this.stop.signal.aborted)
        await new Promise((stopped) => this.stop.signal.addEventListener('abort', stopped));
      const { reason } = this.stop.signal as { reason: unknown };
      if (reason instanceof StartRefusedError) throw reason;
    } finally {
      await this.stopEverything();
      deafen();
    }
  }

  private async start(): Promise<void> {
    const { settings } = this;
    wantsDemonstration(settings, false, this.environment['DEMO']);
    const port = await freePort(settings.PORT, settings.HOST);
    const lock = await FolderLock.take(settings.DATA_DIR);
    this.undo.push(() => lock.release());
    this.searchKeys = await checkSearchServer(settings);
    const lease = await this.prepareDatabase();
    await refuseDemonstrationAccounts(settings, lease.url, demonstrationAccounts());
    if (this.stop.signal.aborted) return;
    await this.demonstrate(lease);
    if (this.stop.signal.aborted) return;
    const accounts = await accountsIn(lease.url, demonstrationAccounts());
    const address = localAddress(settings.HOST, port);
    await this.startProcesses(port, address);
    if (this.stop.signal.aborted) return;
    this.progress.print(welcome(address, this.progress.seconds(), accounts));
  }

  private async prepareDatabase(): Promise<DatabaseLease> {
    const { DATA_DIR, DATABASE_URL } = this.settings;
    const lease = await acquireDatabase({ dataDir: DATA_DIR, url: DATABASE_URL });
    this.undo.push(async () => {
      await lease.release();
      this.progress.say(lease.embedded ? 'the database is released' : 'the database connection is closed');
    });
    this.progress.say(
      lease.embedded
        ? `embedded PostgreSQL runs in ${DATA_DIR}`
        : 'the database server of DATABASE_URL answers',
    );
    const applied = await migrate(lease.url);
    this.progress.say(
      applied.length === 0
        ? 'the schema is up to date'
        : `the schema is up to date (${applied.length} migrations applied)`,
    );
    return lease;
  }

  private async demonstrate(lease: DatabaseLease): Promise<void> {
    if (!wantsDemonstration(this.settings, lease.embedded, this.environment['DEMO'])) return;
    if (await isInhabited(lease.url)) return;
    const loaded = await loadDemonstration();
    this.progress.say(
      loaded
        ? 'demonstration data is in place'
        : 'demonstration data could not be loaded: the platform starts without',
    );
  }

  private async startProcesses(port: number, address: string): Promise<void> {
    const api = this.supervise('api', port);
    const worker = this.supervise('worker', port);
    // Undone from the end: the API drains first, then the worker finishes what the API has ordered.
    for (const process of [worker, api]) {
      this.undo.push(() => process.stop());
      process.start();
    }
    const slow = setTimeout(
      () => this.giveUp('The platform was not ready after two minutes: see the messages above.'),
      READY_MS,
    );
    await waitUntilReady(address, this.stop.signal);
    const stopped = new Promise((resolve) => this.stop.signal.addEventListener('abort', resolve));
    await Promise.race([worker.ready, stopped]);
    clearTimeout(slow);
  }

  private supervise(name: 'api' | 'worker', port: number): SupervisedProcess {
    const { settings } = this;
    const process = new SupervisedProcess({
      name,
      program: [...SERVER_ARGUMENTS, ...nodeArguments(import.meta.url, `../../../${name}/src/main`)],
      environment: {
        ...this.environment,
        ...quietLog(settings, this.environment),
        ...this.searchKeys[name],
        PORT: String(port),
        DATA_DIR: settings.DATA_DIR,
      },
      drainMs: DRAIN_MS + settings.DRAIN_SECONDS * 1000,
      say: (line) => this.progress.say(line),
      onGiveUp: (sentence) => this.giveUp(sentence),
    });
    this.processes.push(process);
    return process;
  }

  private giveUp(sentence: string): void {
    this.stop.abort(new StartRefusedError(sentence));
  }

  private async stopEverything(): Promise<void> {
    if (this.processes.length > 0)
      this.progress.say('stopping: the API drains, then the worker, then the database');
    for (const step of this.undo.reverse()) await step();
  }

  private stopAtOnce(): void {
    for (const process of this.processes) process.kill();
    process.exit(130);
  }
}
