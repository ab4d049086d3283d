import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { VectorRows } from './word-vectors.js';

/** Listings read at a time. */
const BATCH = 5000;
/** More texts teach nothing new, and would not fit into the worker's memory. */
const MOST_TEXTS = 400_000;
/** Older versions are kept while processes still use them. */
const KEPT_VERSIONS = 2;

/** When vectors were last learnt, and from how many texts. */
export interface LastTraining {
  readonly version: string;
  readonly texts: number;
  readonly trainedAt: Date;
}

/** Vectors with their version. */
export interface StoredVectors extends VectorRows {
  readonly version: string;
}

/** What suppliers say of themselves: registered scopes, and listings that were not inferred from them. */
const TEXTS = `
  select id, business_scope as text from organization where status = 'ACTIVE' and business_scope is not null
  union all
  select id, concat_ws('，', title, description) from capability
   where state = 'PUBLISHED' and fact_state <> 'INFERRED'`;

/** Stores vectors by version, and reads the texts that they are learnt from. */
@Injectable()
export class VectorsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** How many texts there are to learn from. */
  async countTexts(): Promise<number> {
    const [row] = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from (${TEXTS}) t`,
    );
    return Math.min(MOST_TEXTS, row?.count ?? 0);
  }

  /** The texts to learn from, in the order of their ids. */
  async findTexts(): Promise<string[]> {
    const texts: string[] = [];
    let after = '00000000-0000-0000-0000-000000000000';
    while (texts.length < MOST_TEXTS) {
      const rows = await this.transactions.query<{ id: string; text: string }>(
        `select id, text from (${TEXTS}) t where id > $1 order by id limit ${BATCH}`,
        [after],
      );
      texts.push(...rows.map(({ text }) => text));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < BATCH) break;
    }
    return texts;
  }

  /** The newest version, without its rows; null when nothing was learnt yet. */
  async findLastTraining(): Promise<LastTraining | null> {
    const [row] = await this.transactions.query<{ version: string; texts: number; trained_at: Date }>(
      `select version::text, texts, trained_at from word_vectors order by version desc limit 1`,
    );
    return row ? { version: row.version, texts: row.texts, trainedAt: row.trained_at } : null;
  }

  /** The newest vectors, when there are any newer than a version. */
  async findNewerVectors(version: string): Promise<StoredVectors | null> {
    const [row] = await this.transactions.query<{
      version: string;
      dimensions: number;
      names: string;
      rows: Buffer;
    }>(
      `select version::text, dimensions, names, rows from word_vectors where version > $1 order by version desc limit 1`,
      [version],
    );
    if (!row) return null;
    const { buffer, byteOffset, length } = row.rows;
    const bytes = new Int8Array(buffer, byteOffset, length);
    return { version: row.version, dimensions: row.dimensions, names: row.names.split('\n'), bytes };
  }

  /** Stores a new version and drops those that nobody uses any more. */
  async saveVectors({ dimensions, names, bytes }: VectorRows, texts: number, at: Date): Promise<void> {
    await this.transactions.run(async () => {
      await this.transactions.query(
        `insert into word_vectors (trained_at, texts, dimensions, names, rows) values ($1, $2, $3, $4, $5)`,
        [at, texts, dimensions, names.join('\n'), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)],
      );
      await this.transactions.query(
        `delete from word_vectors
          where version not in (select version from word_vectors order by version desc limit ${KEPT_VERSIONS})`,
      );
    });
  }
}
