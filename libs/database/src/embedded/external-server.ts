import { Client } from 'pg';
import { DatabaseUnavailableError } from './database-unavailable.error.js';
import { errorCode } from './error-code.js';

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
