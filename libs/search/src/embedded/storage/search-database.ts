import { Pool, type PoolClient } from 'pg';

/** A statement with its values, rows as objects. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A broken connection fails its next statement; an unhandled `error` event would end the process. */
function ignoreError(): void {
  return undefined;
}

/** The scorer's own connections, for reading only. */
export class ReaderDatabase {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 3,
      idleTimeoutMillis: 0,
      application_name: 'lianqiao-scorer',
      options: '-c jit=off -c statement_timeout=20000 -c default_transaction_read_only=on',
    });
    this.pool.on('error', ignoreError).on('connect', (client) => client.on('error', ignoreError));
  }

  /** Runs one statement. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, [...values])).rows as Row[];
  }

  /** Runs statements that all see the same moment. */
  async snapshot<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      await client.query('begin isolation level repeatable read');
      return await work(async <Row>(text: string, values: readonly unknown[] = []) =>
        rowsOf<Row>(client, text, values),
      );
    } finally {
      await client.query('rollback').catch(() => (broken = true));
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

async function rowsOf<Row>(client: PoolClient, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await client.query(text, [...values])).rows as Row[];
}

/** The SQLSTATE code of an error, if it has one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** SQLSTATE codes after which the same transaction may simply be tried again: deadlock and serialization failure. */
const RETRIABLE = new Set(['40P01', '40001']);
const ATTEMPTS = 3;

/** A connection inside a transaction. */
export type Connection = Pick<PoolClient, 'query'>;

/**
 * The engine's own few connections for writing. They are apart from the platform's: an index is derived, and its
 * transactions never join those of a use case.
 */
export class SearchDatabase {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 6,
      idleTimeoutMillis: 10_000,
      application_name: 'lianqiao-search',
      options: '-c jit=off -c lock_timeout=15000 -c idle_in_transaction_session_timeout=60000',
    });
    this.pool.on('error', ignoreError).on('connect', (client) => client.on('error', ignoreError));
  }

  /** Runs a statement outside of any transaction. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, [...values])).rows as Row[];
  }

  /** Runs work in one transaction; deadlocks and serialization failures are retried. */
  async transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRIABLE.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /** A connection for long work of its own, such as a rebuild; it goes back by {@link giveBack}. */
  connect(): Promise<PoolClient> {
    return this.pool.connect();
  }

  /** Takes a connection back, or throws it away when it is broken. */
  giveBack(client: PoolClient, broken: boolean): void {
    client.release(broken);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async once<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const client = await this.connect();
    let broken = false;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      this.giveBack(client, broken);
    }
  }
}
