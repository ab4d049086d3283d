import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import PgBoss from 'pg-boss';
import {
  acquireDatabase,
  DatabaseUnavailableError,
  type DatabaseLease,
} from '../../libs/database/src/embedded/index.js';
import { processLives } from '../../libs/database/src/embedded/server-folder.js';
import { databaseAt, SPEC_DATABASE } from '../support/test-database.js';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/lianqiao-test', import.meta.url));
const MIGRATIONS = new URL('../../libs/database/src/migrations/', import.meta.url);
const TEMPLATE = 'lianqiao_test_template_';
const SETUP_LOCK = 7013;

/**
 * Finds the server for the specs and makes a template database with all migrations, unless one of the same migrations
 * is there from an earlier run. Tells the specs by TEST_DATABASE_URL and TEST_DATABASE_TEMPLATE; gives what ends it.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const lease = await acquireTestServer();
  const client = new Client({ connectionString: lease.url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
    process.env['TEST_DATABASE_TEMPLATE'] = await ensureTemplate(client, lease);
    process.env['TEST_DATABASE_URL'] = lease.url;
    if (lease.embedded) await dropLeftovers(client);
  } finally {
    await client.end();
  }
  return () => lease.release();
}

/** A throwaway server writes without fsync: a folder that a power cut left unreadable holds nothing and is made anew. */
async function acquireTestServer(): Promise<DatabaseLease> {
  const wish = { ...testServer(), throwaway: true };
  try {
    return await acquireDatabase(wish);
  } catch (error) {
    if (wish.url || !(error instanceof DatabaseUnavailableError)) throw error;
    process.stderr.write(`${error.message}\nThe tests make it anew.\n`);
    await rm(FOLDER, { recursive: true, force: true });
    return acquireDatabase(wish);
  }
}

/** DATABASE_URL, whose database must call itself a test's, or the embedded server in a cache folder of the checkout. */
function testServer(): { dataDir: string; database: string; url?: string } {
  const url = process.env['DATABASE_URL'];
  if (url && !decodeURIComponent(new URL(url).pathname).includes('test')) {
    throw new Error('The tests refuse DATABASE_URL: the name of its database must contain "test".');
  }
  return { dataDir: FOLDER, database: 'lianqiao_test', ...(url ? { url } : {}) };
}

async function ensureTemplate(client: Client, lease: DatabaseLease): Promise<string> {
  const name = TEMPLATE + (await templateHash());
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await makeTemplate(client, lease, name);
  return name;
}

async function makeTemplate(client: Client, lease: DatabaseLease, name: string): Promise<void> {
  // A run of slightly older sources may still be cloning its own template.
  const { rows } = await client.query<{ old: string }>(
    'select datname as old from pg_database where starts_with(datname, $1) order by oid desc offset 4',
    [TEMPLATE],
  );
  for (const { old } of rows) await client.query(`drop database if exists ${old}`);
  const half = `${TEMPLATE}new`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half}`);
  const { migrate } = await import('../../libs/database/src/data-source.js');
  await migrate(databaseAt(lease.url, half));
  await prepareJobs(databaseAt(lease.url, half));
  await client.query(`alter database ${half} allow_connections false`);
  await client.query(`alter database ${half} rename to ${name}`);
}

/** The jobs' own schema, which an application otherwise makes at its first start. */
async function prepareJobs(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ wait: true, graceful: false });
}

/** What the template is made of: the migrations, and how this file makes it. */
async function templateHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url)));
  for (const file of (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(file).update(await readFile(new URL(file, MIGRATIONS)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Drops the databases of runs that were killed. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [SPEC_DATABASE],
  );
  for (const { name } of rows) {
    if (!processLives(Number.parseInt(name.slice(SPEC_DATABASE.length), 10)))
      await client.query(`drop database if exists ${name} with (force)`);
  }
}
