import { ensureApplicationDatabase } from './application-database.js';
import { DatabaseUnavailableError } from './database-unavailable.error.js';
import { checkExternalServer } from './external-server.js';
import { APPLICATION, ServerFolder } from './server-folder.js';
import { ServerLease } from './server-lease.js';
import type { ServerOptions } from './server-settings.js';

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
