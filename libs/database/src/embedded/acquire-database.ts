import { Client, DatabaseError } from 'pg';
import { DatabaseUnavailableError, errorCode } from './explain-failure.js';
import type { ServerConnection } from './server-connection.js';
import { APPLICATION, ServerFolder } from './server-folder.js';
import { ServerLease } from './server-lease.js';
import type { ServerOptions } from './server-settings.js';

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

const OLDEST_MAJOR = 15;
const CONNECT_MS = 5000;

/** Checks that the server behind DATABASE_URL answers, lets us in and is new enough; throws one sentence otherwise. */
export async function checkExternalServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    );
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (major < OLDEST_MAJOR) {
      throw new DatabaseUnavailableError(
        `The server of DATABASE_URL is PostgreSQL ${major}: version ${OLDEST_MAJOR} or newer is needed.`,
      );
    }
  } catch (error) {
    throw error instanceof DatabaseUnavailableError ? error : explain(error, client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error: unknown, client: Client): DatabaseUnavailableError {
  const place = `${client.host}:${client.port}`;
  const code = errorCode(error);
  if (['28P01', '28000'].includes(code)) {
    return new DatabaseUnavailableError(
      `The database server at ${place} refuses the user ${client.user ?? ''}: correct user and password in DATABASE_URL.`,
    );
  }
  if (code === '3D000') {
    return new DatabaseUnavailableError(
      `The database server at ${place} has no database ${client.database ?? ''}: create it or correct DATABASE_URL.`,
    );
  }
  const reason = code || (error instanceof Error ? error.message : String(error));
  return new DatabaseUnavailableError(
    `The database server at ${place} of DATABASE_URL does not answer (${reason}): start it or correct DATABASE_URL.`,
  );
}

/** The right to use a database until it is released or the process ends. */
export interface DatabaseLease {
  /** Connection string, with password. */
  readonly url: string;
  /** Whether the platform runs this server itself. */
  readonly embedded: boolean;
  release(): Promise<void>;
}

/** Which database is wanted. */
export interface DatabaseWish extends ServerOptions {
  /** The platform's data folder; the embedded server lives in its subfolder `postgres`. */
  readonly dataDir: string;
  /** A server of the operator's own; the embedded one when absent. */
  readonly url?: string | undefined;
  /** Name of the database on the embedded server. */
  readonly database?: string;
}

/**
 * Finds the database for this process: the operator's own server, or the embedded one, which is made on first use and
 * runs as long as any process holds a lease. Throws {@link DatabaseUnavailableError} with one sentence.
 */
export async function acquireDatabase(wish: DatabaseWish): Promise<DatabaseLease> {
  if (wish.url) {
    await checkExternalServer(wish.url);
    return { url: wish.url, embedded: false, release: async () => undefined };
  }
  const folder = ServerFolder.in(wish.dataDir);
  const database = wish.database ?? APPLICATION;
  const lease = await ServerLease.take(folder, { throwaway: wish.throwaway ?? false });
  try {
    const { application } = await folder.credentials();
    await ensureApplicationDatabase(lease.connection, application, database);
    const url = `postgres://${APPLICATION}:${application}@127.0.0.1:${lease.port}/${encodeURIComponent(database)}`;
    lease.rest();
    return { url, embedded: true, release: () => lease.release() };
  } catch (error) {
    await lease.release();
    throw error instanceof DatabaseUnavailableError
      ? error
      : new DatabaseUnavailableError(
          `The embedded database in ${folder.root} failed (${String(error)}): start again.`,
        );
  }
}
