import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@app/kernel';
import { FolderLock } from '../../../apps/cli/src/start/folder-lock.js';
import { Launcher } from '../../../apps/cli/src/start/launcher.js';

const ROOT = new URL('../../../', import.meta.url);

/** Something that listens and never says what is expected of it. */
async function listen(answer?: string): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => (answer ? socket.resume().end(answer) : socket.destroy()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, port: (server.address() as { port: number }).port };
}

describe('the launcher refuses in one sentence', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lianqiao-launcher-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  function start(environment: Record<string, string>): Promise<void> {
    const all = { PORT: '0', DATA_DIR: dataDir, ...environment };
    return new Launcher(readSettings(all), all).run();
  }

  it('a port that is taken, with an exit code, before it touches the data folder', async () => {
    const { server, port } = await listen();
    const register = new URL('scripts/typescript/register.mjs', ROOT).href;
    const main = fileURLToPath(new URL('apps/cli/src/main.ts', ROOT));
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', register, main, 'start'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: dataDir },
    });
    expect(stderr.trim()).toBe(
      `Port ${port} is taken: stop the program that listens on it, or choose another one, as in PORT=${port + 1} npm start.`,
    );
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(await readdir(dataDir)).toEqual([]);
    server.close();
  });

  it('a second start in the same data folder', async () => {
    const lock = await FolderLock.take(dataDir);
    await expect(start({})).rejects.toThrow(
      `The platform already runs in ${dataDir} (process ${process.pid}): stop it first`,
    );
    await lock.release();
  });

  it('a data folder that holds something else', async () => {
    await writeFile(join(dataDir, 'postgres'), 'a file');
    await expect(start({})).rejects.toThrow(/^.+ a file stands in its place.+\.$/);
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('a data folder that is a file', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(start({ DATA_DIR: file })).rejects.toThrow(
      `The data folder ${file} cannot be made because a file stands in its place`,
    );
  });

  it('a database server that does not answer, without the password', async () => {
    const { server, port } = await listen();
    const DATABASE_URL = `postgres://buyer:secret-word@127.0.0.1:${port}/market`;
    const refusal = await start({ DATABASE_URL }).catch((error: Error) => error.message);
    expect(refusal).toMatch(
      new RegExp(
        `^The database server at 127\\.0\\.0\\.1:${port} of DATABASE_URL does not answer \\(.+\\): start it or correct DATABASE_URL\\.$`,
      ),
    );
    expect(refusal).not.toContain('secret-word');
    server.close();
    await new Promise((closed) => server.once('close', closed));
    await expect(start({ DATABASE_URL })).rejects.toThrow('does not answer (ECONNREFUSED)');
  });

  it('a user and a database that the database server does not know', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = '/no_such_database';
    await expect(start({ DATABASE_URL: url.href })).rejects.toThrow(
      `The database server at ${url.host} has no database no_such_database: create it or correct DATABASE_URL.`,
    );
    url.username = 'no_such_user';
    await expect(start({ DATABASE_URL: url.href })).rejects.toThrow(
      `The database server at ${url.host} refuses the user ${url.username}: correct user and password in DATABASE_URL.`,
    );
  });

  it('a search server that does not answer or answers badly', async () => {
    const { server, port } = await listen('HTTP/1.1 500 Broken\r\ncontent-length: 0\r\n\r\n');
    const sentence = (reason: string) =>
      `The search server at 127.0.0.1:${port} of MEILI_URL does not answer (${reason}): start it, correct MEILI_URL, or leave it out for the built-in search.`;
    const MEILI_URL = `http://127.0.0.1:${port}`;
    await expect(start({ MEILI_URL })).rejects.toThrow(sentence('500'));
    server.close();
    await new Promise((closed) => server.once('close', closed));
    await expect(start({ MEILI_URL })).rejects.toThrow(sentence('ECONNREFUSED'));
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('demonstration data in production', async () => {
    await expect(start({ NODE_ENV: 'production', DEMO: '1' })).rejects.toThrow(
      'Demonstration data is refused when NODE_ENV=production: leave DEMO out.',
    );
  });
});
