import { execFileSync } from 'node:child_process';
import { acquireDatabase } from '@app/database';
import { Client } from 'pg';
import {
  keeperOf,
  LeaseHolder,
  newDataDir,
  queryOn,
  removeDataDir,
  serverOf,
  until,
} from './server-fixture.js';

describe('the embedded server', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await newDataDir();
  });
  afterEach(() => removeDataDir(dataDir));

  it('is made on first use, stops with the last lease and comes back with its data on the same port', async () => {
    const first = await acquireDatabase({ dataDir });
    await queryOn(first.url, `create table kept as select 'value' as value`);
    await first.release();
    expect(await serverOf(dataDir)).toBeUndefined();

    const second = await acquireDatabase({ dataDir });
    expect(second.url).toBe(first.url);
    expect(await queryOn(second.url, 'select value from kept')).toEqual([{ value: 'value' }]);
    await second.release();
    await until(async () => !(await keeperOf(dataDir)));
  });

  it('is one server for starters that come at once', async () => {
    const starters = await Promise.all([
      LeaseHolder.start(dataDir),
      LeaseHolder.start(dataDir),
      acquireDatabase({ dataDir }),
    ]);
    expect(new Set(starters.map(({ url }) => url)).size).toBe(1);
    await Promise.all(starters.map((starter) => starter.release()));
    expect(await serverOf(dataDir)).toBeUndefined();
  });

  it('serves the others when the process that started it is killed, and stops when the last one is killed', async () => {
    const starter = await LeaseHolder.start(dataDir);
    const other = await LeaseHolder.start(dataDir);
    const server = await serverOf(dataDir);
    await starter.kill();
    expect(await queryOn(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await serverOf(dataDir))?.pid).toBe(server?.pid);
    await other.kill();
    await until(async () => !(await serverOf(dataDir)));
  });

  it('meets a newcomer while it stops, and serves it', async () => {
    const lease = await acquireDatabase({ dataDir });
    const [, next] = await Promise.all([lease.release(), acquireDatabase({ dataDir })]);
    expect(await queryOn(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await next.release();
  });

  it('runs in a session that no Ctrl-C of this terminal reaches', async () => {
    const lease = await acquireDatabase({ dataDir });
    const session = (pid: number) =>
      execFileSync('ps', ['-o', 'sid=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const keeper = (await keeperOf(dataDir)) ?? 0;
    expect(session(keeper)).toBe(String(keeper));
    expect(session(keeper)).not.toBe(session(process.pid));
    await lease.release();
  });
});

describe('after kill -9', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await newDataDir();
  });
  afterEach(() => removeDataDir(dataDir));

  it('of the server it comes back on the same port with everything committed', async () => {
    const lease = await acquireDatabase({ dataDir });
    await queryOn(lease.url, 'create table counted (n int primary key)');
    const committed = await insertUntilKilled(lease.url, dataDir);
    expect(committed).toBeGreaterThanOrEqual(100);
    const rows = await until(() =>
      queryOn<{ n: number }>(lease.url, 'select n from counted order by n').catch(() => undefined),
    );
    // One more row may stand there whose commit was not told to anybody any more.
    expect(rows.slice(0, committed).map(({ n }) => n)).toEqual(
      Array.from({ length: committed }, (_, n) => n),
    );
    expect(rows.length - committed).toBeLessThanOrEqual(1);
    await lease.release();
  });

  it('of the server one who comes back and leaves at once does not take it from the others', async () => {
    const holder = await LeaseHolder.start(dataDir);
    const lease = await acquireDatabase({ dataDir });
    const killed = (await serverOf(dataDir))?.pid ?? 0;
    process.kill(killed, 'SIGKILL');
    const next = await until(async () => {
      const server = await serverOf(dataDir);
      return server?.state === 'ready' && server.pid !== killed && server;
    });
    await lease.release();
    expect(await queryOn(holder.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await serverOf(dataDir))?.pid).toBe(next.pid);
    await holder.release();
    await until(async () => !(await serverOf(dataDir)));
  });

  it('of the keeper the server comes back for those who hold a lease, and still stops with the last one', async () => {
    const lease = await acquireDatabase({ dataDir });
    const keeper = (await keeperOf(dataDir)) ?? 0;
    process.kill(keeper, 'SIGKILL');
    await until(async () => ![undefined, keeper].includes(await keeperOf(dataDir)));
    await until(() => queryOn(lease.url, 'select 1').catch(() => undefined));
    await lease.release();
    await until(async () => !(await serverOf(dataDir)));
  });

  it('of server, keeper and holder a new start finds everything', async () => {
    const holder = await LeaseHolder.start(dataDir);
    await queryOn(holder.url, `create table kept as select 'value' as value`);
    process.kill((await keeperOf(dataDir)) ?? 0, 'SIGKILL');
    process.kill((await serverOf(dataDir))?.pid ?? 0, 'SIGKILL');
    await holder.kill();
    const lease = await acquireDatabase({ dataDir });
    expect(await queryOn(lease.url, 'select value from kept')).toEqual([{ value: 'value' }]);
    await lease.release();
  });
});

/** Commits one row after the other, kills the server in full run, and gives how many commits were confirmed. */
async function insertUntilKilled(url: string, dataDir: string): Promise<number> {
  const server = (await serverOf(dataDir))?.pid ?? 0;
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let committed = 0;
  try {
    for (;;) {
      await client.query('insert into counted values ($1)', [committed]);
      if (++committed === 100) process.kill(server, 'SIGKILL');
    }
  } catch {
    return committed;
  }
}
