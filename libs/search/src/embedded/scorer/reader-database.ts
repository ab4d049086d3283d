import { Pool, types, type PoolClient, type QueryConfig } from 'pg';

const BYTEA = 17;

/** Asks for results in binary, so that blocks arrive as bytes and not as hexadecimal text. */
interface BinaryQuery extends QueryConfig {
  readonly binary: true;
}

type Parser = (value: string | Buffer) => unknown;

const parsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser =>
    format === 'binary' && oid === BYTEA
      ? (value) => value
      : (types.getTypeParser(oid, format as 'text') as Parser),
};

/** A statement with its values, rows as objects. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** The scorer's own connections, for reading only. */
export class ReaderDatabase {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({
      connectionString: url,
      max: 3,
      idleTimeoutMillis: 0,
      types: parsers as unknown as typeof types,
      application_name: 'lianqiao-scorer',
      options: '-c jit=off -c statement_timeout=20000 -c default_transaction_read_only=on',
    });
    this.pool.on('error', () => undefined);
  }

  /** Runs one statement. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(binary(text, values))).rows as Row[];
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

function binary(text: string, values: readonly unknown[]): BinaryQuery {
  return { text, values: [...values], binary: true };
}

async function rowsOf<Row>(client: PoolClient, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await client.query(binary(text, values))).rows as Row[];
}
