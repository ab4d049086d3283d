import { Pool, type PoolClient } from 'pg';
import { INDEX_NAMES, type IndexName } from '../../port/index-schemas.js';

/** First keys of the advisory locks; the second is the index. */
const WRITE_LOCK = 7016;
const REBUILD_LOCK = 7017;

/** A broken connection loses its locks and fails its next statement; an unhandled `error` event would end the process. */
function ignore(): void {
  return undefined;
}

/**
 * Lets one process at a time write to an index, and one rebuild it. The server itself takes whatever comes last; that
 * an older version never replaces a newer one holds because versions are read and documents written under one lock.
 * The locks are PostgreSQL's, which every process of the platform reaches, and fall with their connection.
 */
export class IndexLocks {
  private readonly pool: Pool;

  constructor(databaseUrl: string) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      max: 8,
      application_name: 'lianqiao-search-locks',
    });
    this.pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  }

  /** Runs the work while no other process writes to the index. */
  async writing<T>(index: IndexName, work: () => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, $2)', [WRITE_LOCK, INDEX_NAMES.indexOf(index)]);
      return await work();
    } finally {
      await release(client);
    }
  }

  /** Locks the rebuild of an index; returns a function that releases the lock, or undefined while another rebuild runs. */
  async rebuilding(index: IndexName): Promise<(() => Promise<void>) | undefined> {
    const client = await this.pool.connect();
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
      REBUILD_LOCK,
      INDEX_NAMES.indexOf(index),
    ]);
    if (rows[0]?.mine) return () => release(client);
    client.release();
    return undefined;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** A connection that fails here is thrown away, which frees its locks as well. */
async function release(client: PoolClient): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}
