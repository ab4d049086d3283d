import { type ChildProcess, spawn } from 'node:child_process';

const MINUTE_MS = 60_000;
/** So many deaths within a minute, and starting it again is no use. */
const MOST_DEATHS = 5;
const USUAL_PAUSE_MS = 250;

/** What to run and whom to tell. */
export interface Supervision {
  readonly name: string;
  /** Arguments for Node: the program and its own. */
  readonly program: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Something happened that the operator should know. */
  readonly say: (line: string) => void;
  /** Milliseconds before it is started again for the first time; each further pause is twice as long. */
  readonly firstPauseMs?: number;
  /** Milliseconds that it may take to finish what it holds. */
  readonly drainMs: number;
  /** It died too often. */
  readonly onGiveUp: (sentence: string) => void;
}

/**
 * One of the platform's processes: in a process group of its own, so that Ctrl-C in the terminal reaches the launcher
 * alone, joined to it by a channel whose end tells the process that the launcher is gone. Started again when it dies.
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private pause: NodeJS.Timeout | undefined;
  private stopping = false;
  private deaths: number[] = [];
  private announceReady = (): void => undefined;

  /** Resolves when the process says `{ ready: true }` for the first time. */
  readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));

  constructor(private readonly supervision: Supervision) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const child = spawn(process.execPath, [...this.supervision.program], {
      detached: true,
      env: this.supervision.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    child.on('message', (message) => {
      if ((message as { ready?: unknown } | null)?.ready === true) this.announceReady();
    });
    child.once('error', (error) => this.supervision.say(`${this.supervision.name}: ${error.message}`));
    child.once('exit', (code, signal) => this.onExit(signal ?? `code ${code}`));
  }

  /** Asks the process to finish and waits until it has; when that takes too long it is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.pause);
    const child = this.child;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const lastResort = setTimeout(() => child.kill('SIGKILL'), this.supervision.drainMs);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(lastResort);
  }

  /** Ends the process at once. */
  kill(): void {
    this.stopping = true;
    clearTimeout(this.pause);
    this.child?.kill('SIGKILL');
  }

  private onExit(how: string): void {
    this.child = undefined;
    if (this.stopping) return;
    const now = Date.now();
    this.deaths = [...this.deaths.filter((time) => now - time < MINUTE_MS), now];
    const { name, say, onGiveUp, firstPauseMs = USUAL_PAUSE_MS } = this.supervision;
    if (this.deaths.length >= MOST_DEATHS) {
      onGiveUp(`The ${name} ended ${MOST_DEATHS} times within a minute (${how}): see its messages above.`);
      return;
    }
    const pause = firstPauseMs * 2 ** (this.deaths.length - 1);
    say(`the ${name} ended unexpectedly (${how}) and is started again in ${pause / 1000} s`);
    this.pause = setTimeout(() => this.start(), pause);
  }
}
