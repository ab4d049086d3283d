import type { Transactions } from '@app/database';
import { cutWords, foldText } from '@app/kernel';
import type { EvalDocument } from '../collection.js';

const BATCH = 1000;

function quoted(word: string): string {
  return `'${word.replace(/[\\']/g, (char) => char + char)}'`;
}

function wordsOf(text: string): string[] {
  return cutWords(foldText(text)).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * What PostgreSQL offers by itself: `tsvector`, a GIN index and `ts_rank` over the words that jieba cuts, any of which
 * may occur. The vectors are written out, since PostgreSQL's own parser depends on the server's locale.
 */
export class PostgresTextSearch {
  private constructor(private readonly transactions: Transactions) {}

  /** Stores and indexes documents in a table of the evaluation's own database. */
  static async over(
    transactions: Transactions,
    documents: readonly EvalDocument[],
  ): Promise<PostgresTextSearch> {
    await transactions.query(
      'create unlogged table eval_text (id text primary key, words tsvector not null)',
    );
    for (let from = 0; from < documents.length; from += BATCH) {
      const rows = documents
        .slice(from, from + BATCH)
        .map(({ id, text }) => ({ id, words: vectorOf(wordsOf(text)) }));
      await transactions.query(
        `insert into eval_text select d.id, d.words::tsvector
           from jsonb_to_recordset($1::jsonb) as d(id text, words text)`,
        [JSON.stringify(rows)],
      );
    }
    await transactions.query('create index on eval_text using gin (words)');
    await transactions.query('analyze eval_text');
    return new PostgresTextSearch(transactions);
  }

  /** The ids of the best documents, best first. */
  async rank(query: string, limit: number): Promise<string[]> {
    const words = [...new Set(wordsOf(query))];
    if (words.length === 0) return [];
    const rows = await this.transactions.query<{ id: string }>(
      `select id from eval_text, (select $1::tsquery as asked) q
        where words @@ asked order by ts_rank(words, asked) desc, id limit $2`,
      [words.map(quoted).join(' | '), limit],
    );
    return rows.map(({ id }) => id);
  }
}

/** Positions beyond 16,383 and more than 255 of a word are not told apart by PostgreSQL. */
function vectorOf(words: readonly string[]): string {
  const places = new Map<string, number[]>();
  words.slice(0, 16_000).forEach((word, i) => {
    const of = places.get(word);
    if (of) of.push(i + 1);
    else places.set(word, [i + 1]);
  });
  return [...places].map(([word, at]) => `${quoted(word)}:${at.slice(0, 255).join(',')}`).join(' ');
}
