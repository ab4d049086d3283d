import { Pool, type PoolClient } from 'pg';

/** A statement with its values, rows as objects. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A connection that breaks fails its next statement; the event beside it would end the process. */
function ignore(): void {
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
    this.pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
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
