import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AuditLog } from '@app/audit';
import { migrate } from '@app/database';
import { type IndexName, Reindexer, SearchEngine } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DemoClock, loadDemonstration } from '../../../apps/cli/src/demo/load-demonstration.js';
import { PlatformModule } from '../../../apps/cli/src/platform/platform.module.js';
import { databaseAt } from '../../support/test-database.js';
import { queryOn } from '../embedded/server-fixture.js';
import { ExternalServer, installedPostgres } from '../faults/external-server.js';

const PATIENCE_MS = 240_000;
const run = promisify(execFile);
const bin = installedPostgres();
const possible = bin !== undefined && existsSync(join(bin, 'pg_dump'));
if (!possible)
  process.stderr.write('SKIPPED: backup and restore, since no PostgreSQL with pg_dump is installed\n');

/** Opens the platform on a database, lets work be done, and closes it. */
async function on<T>(
  url: string,
  work: (app: INestApplicationContext) => Promise<T>,
  clock = new DemoClock(),
): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    PlatformModule.forRoot({ databaseUrl: url, clock }),
    { logger: ['error'], abortOnError: false },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Documents per index. */
async function indexed(app: INestApplicationContext): Promise<Map<IndexName, number>> {
  const { indexes } = await app.get(SearchEngine, { strict: false }).health();
  return new Map(indexes.map(({ index, documents }) => [index, documents]));
}

/** What a question finds first. */
async function found(app: INestApplicationContext): Promise<string[]> {
  const request = { index: 'capabilities', text: '铝合金压铸', page: 1, hitsPerPage: 10 } as const;
  return (await app.get(SearchEngine, { strict: false }).search(request)).hits.map(({ id }) => id);
}

/** How many rows every table of the platform has, and a digest of them. */
async function contents(url: string): Promise<Record<string, string | number>> {
  const tables = await queryOn<{ name: string }>(
    url,
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts: Record<string, string | number> = {};
  for (const { name } of tables) {
    const [row] = await queryOn<{ n: number; digest: string }>(
      url,
      `select count(*)::int as n, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from "${name}" t`,
    );
    counts[name] = row!.n;
    counts[`${name} digest`] = row!.digest;
  }
  return counts;
}

(possible ? describe : describe.skip)('backup and restore', () => {
  let server: ExternalServer;
  let folder: string;
  let restored: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianqiao-backup-'));
    server = await ExternalServer.start(bin ?? '');
    restored = databaseAt(server.url, 'lianqiao_test_restored');
    const clock = new DemoClock();
    await on(
      server.url,
      async (app) => {
        await loadDemonstration(app, clock, true);
        await app.get(Reindexer, { strict: false }).rebuildIndexes();
      },
      clock,
    );
  }, PATIENCE_MS);
  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'bring everything back: rows, the chain of the audit log, and an index that answers the same',
    async () => {
      const before = await contents(server.url);
      const documents = await on(server.url, indexed);
      const hits = await on(server.url, found);
      for (const table of ['organization', 'capability', 'procurement_need'])
        expect([table, before[table]]).toEqual([table, expect.any(Number)]);
      expect(Number(before['organization']) * Number(before['capability'])).toBeGreaterThan(0);
      expect(Number(before['procurement_need'])).toBeGreaterThan(0);
      expect(hits.length).toBeGreaterThan(0);

      const file = join(folder, 'lianqiao.dump');
      await run(join(bin ?? '', 'pg_dump'), ['--format=custom', `--file=${file}`, server.url]);
      await queryOn(server.url, 'create database lianqiao_test_restored');
      await run(join(bin ?? '', 'pg_restore'), [
        '--exit-on-error',
        '--no-owner',
        `--dbname=${restored}`,
        file,
      ]);

      expect(await contents(restored)).toEqual(before);
      expect(await migrate(restored)).toEqual([]);
      await on(restored, async (app) => {
        expect(await indexed(app)).toEqual(documents);
        await app.get(Reindexer, { strict: false }).rebuildIndexes();
        expect(await indexed(app)).toEqual(documents);
        expect(await found(app)).toEqual(hits);
        expect(await app.get(AuditLog, { strict: false }).verifyChain()).toMatchObject({ intact: true });
      });
    },
    PATIENCE_MS,
  );
});
