import { DatabaseError } from 'pg';
import type { ServerConnection } from './server-connection.js';
import { APPLICATION } from './server-folder.js';

/** What another starter made a moment earlier: duplicate role, duplicate database, or their catalogue's unique index. */
const EXISTS = new Set(['42710', '42P04', '23505']);

/** Makes sure that the platform's role and a database of its exist. */
export async function ensureApplicationDatabase(
  connection: ServerConnection,
  password: string,
  database: string,
): Promise<void> {
  const { client } = connection;
  const roles = await client.query('select from pg_roles where rolname = $1', [APPLICATION]);
  if (roles.rowCount === 0) {
    await unlessExists(
      client.query(`create role ${APPLICATION} login createdb password ${client.escapeLiteral(password)}`),
    );
  }
  const databases = await client.query('select from pg_database where datname = $1', [database]);
  if (databases.rowCount === 0) {
    await unlessExists(
      client.query(`create database ${client.escapeIdentifier(database)} owner ${APPLICATION}`),
    );
  }
}

async function unlessExists(made: Promise<unknown>): Promise<void> {
  await made.catch((error: unknown) => {
    if (!(error instanceof DatabaseError && EXISTS.has(error.code ?? ''))) throw error;
  });
}
