import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../../', import.meta.url);
const REGISTER = new URL('scripts/typescript/register.mjs', ROOT).href;

/** A program of the platform in a process of its own, from the sources. */
export class ChildProgram {
  private output = '';
  private complaints = '';
  private said = false;
  private readonly exit: Promise<void>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (this.complaints += text.toString()));
    child.on('message', () => (this.said = true));
    this.exit = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  /** The command line with arguments. */
  static command(args: readonly string[], environment: Record<string, string>): ChildProgram {
    return ChildProgram.start('apps/cli/src/main.ts', args, environment);
  }

  /** The worker. */
  static worker(environment: Record<string, string>): ChildProgram {
    return ChildProgram.start('apps/worker/src/main.ts', [], environment);
  }

  /** The API. */
  static api(environment: Record<string, string>): ChildProgram {
    return ChildProgram.start('apps/api/src/main.ts', [], environment);
  }

  private static start(
    main: string,
    args: readonly string[],
    environment: Record<string, string>,
  ): ChildProgram {
    const program = fileURLToPath(new URL(main, ROOT));
    return new ChildProgram(
      spawn(process.execPath, ['--import', REGISTER, program, ...args], {
        env: { PATH: process.env['PATH'], ...environment },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
  }

  /** All that it has printed. */
  get lines(): string {
    return this.output;
  }

  /** What it has printed on standard error. */
  get errors(): string {
    return this.complaints;
  }

  /** Closes the pipe that it prints to, as `head` does once it has enough. */
  readNoMore(): void {
    this.child.stdout?.destroy();
  }

  /** Whether the worker has said that it carries work. */
  get ready(): boolean {
    return this.said;
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Waits for its end; throws what it printed when it did not end well. */
  async success(): Promise<string> {
    await this.exit;
    if (this.child.exitCode !== 0)
      throw new Error(`ended with ${this.child.exitCode ?? this.child.signalCode}: ${this.output}`);
    return this.output;
  }

  /** Waits for its end; gives the exit code, or null when a signal ended it. */
  async ending(): Promise<number | null> {
    await this.exit;
    return this.child.exitCode;
  }

  /** Ends it at once, with no chance to tidy up; throws when it had ended before. */
  async kill(): Promise<void> {
    if (this.ended) throw new Error(`ended before it could be killed: ${this.output}`);
    this.child.kill('SIGKILL');
    await this.exit;
    if (this.child.signalCode !== 'SIGKILL') throw new Error(`ended by itself: ${this.output}`);
  }

  /** Asks it to stop and waits until it has; gives its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ending();
  }
}
