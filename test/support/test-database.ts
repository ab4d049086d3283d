import { randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

/** The name of a spec's database starts with this and the number of the process that runs the specs. */
export const SPEC_DATABASE = 'lianqiao_test_run_';
/** SQLSTATE insufficient_privilege. */
const NOT_ALLOWED = '42501';

/** A database for one spec file, with all migrations and nothing else in it. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones the template; call `drop` when the spec file ends. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  const template = process.env['TEST_DATABASE_TEMPLATE'];
  if (!server || !template) throw new Error('createTestDatabase needs the global setup of Jest.');
  const name = `${SPEC_DATABASE}${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  return {
    url: databaseAt(server, name),
    drop: () => dropDatabase(server, name),
  };
}

/**
 * Ends what is still connected and drops the database. An autovacuum worker in it belongs to the superuser, whom the
 * specs' own role may not end (42501); a drop without force asks it to go and waits.
 */
async function dropDatabase(server: string, name: string): Promise<void> {
  try {
    await onServer(server, `drop database if exists ${name} with (force)`);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === NOT_ALLOWED)) throw error;
    await onServer(server, `drop database if exists ${name}`);
  }
}

/** The connection string of another database on the same server. */
export function databaseAt(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
