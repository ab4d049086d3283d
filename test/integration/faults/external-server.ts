import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@app/database';
import { freePort } from '../../../apps/cli/src/start/free-port.js';
import { queryOn } from '../embedded/server-fixture.js';

const INSTALLED = '/usr/lib/postgresql';

/** Whom the server runs as: PostgreSQL refuses root. */
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The newest PostgreSQL that the system has installed, if any: it is not the embedded one, and of another version. */
export function installedPostgres(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(INSTALLED, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** A server of the operator's own, with a migrated database, that can be stopped without any ceremony. */
export class ExternalServer {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly control: (...args: string[]) => Promise<string>,
    private readonly options: string,
  ) {}

  /** Makes and starts a server from the programs in a folder. */
  static async start(bin: string): Promise<ExternalServer> {
    const folder = await mkdtemp(join(tmpdir(), 'lianqiao-external-'));
    const account = await accountFor(folder);
    const data = join(folder, 'data');
    const initdb = [
      '-D',
      data,
      '-U',
      'lianqiao',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ];
    await run(join(bin, 'initdb'), initdb, account);
    const port = await freePort(0, '127.0.0.1');
    const url = `postgres://lianqiao@127.0.0.1:${port}/postgres`;
    const control = (...args: string[]) =>
      run(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-w', ...args], account);
    // A crash of the server alone loses nothing that the system has been given; only a crash of the machine would.
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
    const server = new ExternalServer(url.replace(/postgres$/, 'lianqiao_test'), folder, control, options);
    await server.restart();
    await queryOn(url, 'create database lianqiao_test');
    await migrate(server.url);
    return server;
  }

  /** Ends all its processes at once; it has to recover from its log. */
  async stopAtOnce(): Promise<void> {
    await this.control('-m', 'immediate', 'stop');
  }

  /** Starts it again and waits until it lets connections in. */
  async restart(): Promise<void> {
    await this.control('-o', this.options, 'start');
  }

  async close(): Promise<void> {
    await this.stopAtOnce().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function accountFor(folder: string): Promise<Account> {
  if (userInfo().uid !== 0) return {};
  const ids = ['-u', '-g'].map(async (which) => Number(await run('id', [which, 'postgres'], {})));
  const [uid, gid] = (await Promise.all(ids)) as [number, number];
  await chown(folder, uid, gid);
  return { uid, gid };
}

/** Runs a program to its end and gives what it printed; throws that when it failed. */
function run(program: string, args: readonly string[], account: Account): Promise<string> {
  // What pg_ctl leaves behind would hold a pipe open for as long as it lives.
  const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(output.trim()) : reject(new Error(`${program}: ${output}`)),
    );
  });
}
