import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../apps/cli/src/start/free-port.js';
import { until } from '../embedded/server-fixture.js';

const ROOT = new URL('../../../', import.meta.url);
const REGISTER = new URL('scripts/typescript/register.mjs', ROOT).href;
const MAIN = fileURLToPath(new URL('apps/cli/src/main.ts', ROOT));

/** The platform as the `start` command runs it, from the sources, without demonstration data. */
export class RunningPlatform {
  private output = '';
  private readonly exit: Promise<number | null>;

  private constructor(
    readonly launcher: ChildProcess,
    readonly address: string,
  ) {
    for (const stream of [launcher.stdout, launcher.stderr])
      stream?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.exit = new Promise((resolve) => launcher.once('exit', resolve));
  }

  /** Starts it and waits until it has greeted the operator. */
  static async start(dataDir: string): Promise<RunningPlatform> {
    const port = await freePort(0, '127.0.0.1');
    const launcher = spawn(process.execPath, ['--import', REGISTER, MAIN, 'start'], {
      env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir, DEMO: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const platform = new RunningPlatform(launcher, `http://127.0.0.1:${port}`);
    const greeted = () => platform.lines.includes('Ctrl-C stops everything') || launcher.exitCode !== null;
    await until(greeted).catch((error: unknown) => {
      launcher.kill('SIGKILL');
      throw error;
    });
    if (launcher.exitCode !== null) throw new Error(`the launcher ended: ${platform.lines}`);
    return platform;
  }

  /** What launcher, api and worker have printed. */
  get lines(): string {
    return this.output;
  }

  /** The number of the process that runs as `api` or `worker`. */
  async processOf(app: 'api' | 'worker'): Promise<number | undefined> {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command =
        parent === this.launcher.pid ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
      if (command.includes(`apps/${app}/src/main`)) return Number(pid);
    }
    return undefined;
  }

  /** Whether the platform says that it can serve. */
  ready(): Promise<boolean> {
    return fetch(`${this.address}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  /** Sends the launcher a signal and gives its exit code, or null when the signal ended it. */
  signal(signal: NodeJS.Signals): Promise<number | null> {
    this.launcher.kill(signal);
    return this.exit;
  }
}
