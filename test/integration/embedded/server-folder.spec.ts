import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { acquireDatabase, DatabaseUnavailableError } from '@app/database';
import { Client } from 'pg';
import { ServerFolder } from '../../../libs/database/src/embedded/server-folder.js';
import { newDataDir, queryOn, removeDataDir, serverOf } from './server-fixture.js';

const asRoot = process.getuid?.() === 0;

/** The refusal of a data folder; fails when it is accepted. */
async function refusalOf(dataDir: string): Promise<string> {
  const lease = await acquireDatabase({ dataDir, throwaway: true }).catch((error: unknown) => error);
  if (lease instanceof DatabaseUnavailableError) return lease.message;
  throw new Error(`expected a refusal, got ${String(lease)}`);
}

function pidFileOf(pid: number, folder: ServerFolder, port: number): string {
  return [pid, folder.cluster, '1700000000', port, '', '127.0.0.1', '  1 1', 'ready   ', ''].join('\n');
}

describe('the folder of the embedded server', () => {
  let made: string;
  let dataDir: string;
  let folder: ServerFolder;

  beforeAll(async () => {
    made = await newDataDir();
    const lease = await acquireDatabase({ dataDir: made, throwaway: true });
    await queryOn(lease.url, `create table kept as select 'value' as value`);
    await lease.release();
  });
  afterAll(() => removeDataDir(made));
  beforeEach(async () => {
    dataDir = await newDataDir();
    cpSync(made, dataDir, { recursive: true });
    chmodSync(dataDir, 0o755);
    folder = ServerFolder.in(dataDir);
  });
  afterEach(() => removeDataDir(dataDir));

  async function expectToOpen(): Promise<void> {
    const lease = await acquireDatabase({ dataDir, throwaway: true });
    expect(await queryOn(lease.url, 'select value from kept')).toEqual([{ value: 'value' }]);
    await lease.release();
  }

  it('keeps its passwords for its user alone and demands them over SCRAM', async () => {
    expect(statSync(folder.credentialsFile).mode & 0o777).toBe(0o600);
    const lease = await acquireDatabase({ dataDir, throwaway: true });
    const { username, password, port } = new URL(lease.url);
    expect(password).toHaveLength(32);
    for (const wrong of ['', 'guessed']) {
      const client = new Client({
        host: '127.0.0.1',
        port: Number(port),
        user: username,
        password: wrong,
        database: 'lianqiao',
      });
      client.on('error', () => undefined);
      await expect(client.connect()).rejects.toThrow(wrong ? /password authentication failed/ : /password/);
    }
    const [verifier] = await queryOn<{ rules: string[] }>(
      lease.url.replace(`${username}:${password}`, `postgres:${(await folder.credentials()).administrator}`),
      `select array_agg(distinct auth_method) as rules from pg_hba_file_rules`,
    );
    expect(verifier?.rules).toEqual(['scram-sha-256']);
    await lease.release();
  });

  it('gives the platform a role that is no superuser but may make databases and the extensions it needs', async () => {
    const lease = await acquireDatabase({ dataDir, throwaway: true });
    expect(
      await queryOn(lease.url, 'select rolsuper, rolcreatedb from pg_roles where rolname = current_user'),
    ).toEqual([{ rolsuper: false, rolcreatedb: true }]);
    await queryOn(lease.url, 'create extension pg_trgm');
    expect(await queryOn(lease.url, `select show_trgm('数控加工') <> '{}' as sees_chinese`)).toEqual([
      { sees_chinese: true },
    ]);
    await lease.release();
  });

  it('opens with a pid file whose process is gone', async () => {
    const { pid } = spawnSync('true');
    writeFileSync(folder.pidFile, pidFileOf(pid, folder, 1));
    await expectToOpen();
  });

  it('opens with a pid file whose number belongs to another program now', async () => {
    const other = spawn('sleep', ['60'], asRoot ? { uid: 65534, gid: 65534 } : {});
    writeFileSync(folder.pidFile, pidFileOf(other.pid ?? 0, folder, 1));
    await expectToOpen();
    other.kill();
  });

  it('opens as a copy of a folder whose server runs, without touching that server', async () => {
    const original = await acquireDatabase({ dataDir, throwaway: true });
    const copyDir = await newDataDir();
    cpSync(dataDir, copyDir, { recursive: true });
    chmodSync(copyDir, 0o755);
    const copy = await acquireDatabase({ dataDir: copyDir, throwaway: true });
    expect(new URL(copy.url).port).not.toBe(new URL(original.url).port);
    await queryOn(copy.url, 'drop table kept');
    expect(await queryOn(original.url, 'select value from kept')).toEqual([{ value: 'value' }]);
    await Promise.all([copy.release(), original.release()]);
    await removeDataDir(copyDir);
  });

  it('takes another port when its own is taken', async () => {
    const before = readFileSync(folder.portFile, 'utf8');
    const { createServer } = await import('node:net');
    const other = createServer((socket) => socket.end('HTTP/1.1 400\r\n'));
    await new Promise<void>((listening) => other.listen(Number(before), '127.0.0.1', listening));
    await expectToOpen();
    expect(readFileSync(folder.portFile, 'utf8')).not.toBe(before);
    await new Promise((closed) => other.close(closed));
  });

  it('forgets what a starter left behind that was killed while it initialised', async () => {
    rmSync(folder.root, { recursive: true });
    const { pid } = spawnSync('true');
    mkdirSync(join(dataDir, `postgres.${pid}-left.new`, 'cluster'), { recursive: true });
    const lease = await acquireDatabase({ dataDir, throwaway: true });
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.new'))).toEqual([]);
    await lease.release();
  });

  it('is refused when it is not ours', async () => {
    rmSync(folder.root, { recursive: true });
    mkdirSync(folder.root);
    writeFileSync(join(folder.root, 'letter.txt'), 'not a database');
    expect(await refusalOf(dataDir)).toBe(
      `The folder ${folder.root} does not hold a database of this program: move it away or set DATA_DIR to another folder.`,
    );
  });

  it('is refused when another version of PostgreSQL made it', async () => {
    writeFileSync(join(folder.cluster, 'PG_VERSION'), '17\n');
    expect(await refusalOf(dataDir)).toMatch(
      / was made by PostgreSQL 17 and this program brings 18: move it away .* or set DATABASE_URL .*\.$/,
    );
  });

  it.each([
    ['its control file is missing', () => rmSync(join(folder.cluster, 'global', 'pg_control'))],
    ['its log is missing', () => rmSync(join(folder.cluster, 'pg_wal'), { recursive: true })],
    [
      'its configuration is broken',
      () => writeFileSync(join(folder.cluster, 'postgresql.conf'), 'shared_buffers = many\n'),
    ],
  ])('is refused with what PostgreSQL says when %s', async (_, breakIt) => {
    breakIt();
    expect(await refusalOf(dataDir)).toMatch(
      /^The database folder .* cannot be opened \(.{10,}\): restore it from a backup, or move it away to start empty\.$/,
    );
    expect(await serverOf(dataDir)).toBeUndefined();
  });

  it('is refused when its passwords are lost or not its own', async () => {
    writeFileSync(folder.credentialsFile, JSON.stringify({ administrator: 'a', application: 'b' }));
    expect(await refusalOf(dataDir)).toContain(
      'are not those of the database beside it: restore both from the same backup.',
    );
    rmSync(folder.credentialsFile);
    expect(await refusalOf(dataDir)).toContain(
      `${folder.credentialsFile} is missing or damaged: restore it from a backup`,
    );
  });

  it('is refused when a file stands in its place', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    expect(await refusalOf(file)).toBe(
      `${file} cannot be a folder because a file stands in its place: remove that file or set DATA_DIR to another folder.`,
    );
  });

  it('is refused when it cannot be written', async () => {
    const forbidden = process.platform === 'linux' ? '/sys/lianqiao' : '/lianqiao';
    expect(await refusalOf(forbidden)).toBe(
      `The folder ${forbidden} cannot be written: allow this user to write there or set DATA_DIR to another folder.`,
    );
  });
});
