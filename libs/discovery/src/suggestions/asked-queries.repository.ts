import { Transactions } from '@app/database';
import type { IndexName } from '@app/search';
import { Injectable } from '@nestjs/common';

/** A question to the search box, without what would tell who asked. */
export interface AskedQuery {
  readonly at: Date;
  readonly index: IndexName;
  /** Folded. */
  readonly words: string;
  readonly hits: number;
  readonly relaxed: boolean;
  /** Who asked, to be hashed; null for guests. */
  readonly readerId: string | null;
}

/** A question that found little. */
interface WeakQuery {
  readonly words: string;
  readonly index: IndexName;
  readonly times: number;
  /** Signed-in readers, as far as they can be told apart within a month. */
  readonly readers: number;
  /** Hits of the last time. */
  readonly hits: number;
  readonly relaxed: boolean;
  readonly lastAt: Date;
}

/** What was asked on one day. */
interface AskedOnDay {
  /** Day in China: YYYY-MM-DD. */
  readonly day: string;
  readonly asked: number;
  /** Of those the ones that found nothing. */
  readonly withoutHits: number;
}

/** So many readers have to have asked the same before it is shown to others. */
const LEAST_READERS = 3;

/** All SQL of asked queries. Readers are hashed with a salt per month, which is deleted with its queries. */
@Injectable()
export class AskedQueriesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores some questions in one statement, with the salt of their month. */
  async insertQueries(asked: readonly AskedQuery[]): Promise<void> {
    await this.transactions.run(async () => {
      await this.transactions.query(
        `insert into search.reader_salt (month, salt)
         select distinct date_trunc('month', at)::date, gen_random_uuid()
           from jsonb_to_recordset($1::jsonb) as a(at timestamptz) on conflict do nothing`,
        [JSON.stringify(asked)],
      );
      await this.transactions.query(
        `insert into search.asked (at, index_name, words, hits, relaxed, reader)
         select a.at, a.index, a.words, a.hits, a.relaxed,
                encode(sha256(convert_to(s.salt::text || a."readerId", 'UTF8')), 'hex')
           from jsonb_to_recordset($1::jsonb)
             as a(at timestamptz, index text, words text, hits int, relaxed boolean, "readerId" text)
           join search.reader_salt s on s.month = date_trunc('month', a.at)::date`,
        [JSON.stringify(asked)],
      );
    });
  }

  /** Questions that begin so, found something and were asked by several readers, the most frequent first. */
  async findPopular(prefix: string, since: Date, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ words: string }>(
      `select words from search.asked
        where words >= $1 and words < $2 and at >= $3 and hits > 0 and not relaxed
        group by words having count(distinct reader) >= $4
        order by count(distinct reader) desc, words limit $5`,
      [prefix, prefix + '\u{10ffff}', since, LEAST_READERS, limit],
    );
    return rows.map(({ words }) => words);
  }

  /** Questions that last found at most so many, the most frequent first. */
  findWeakQueries(since: Date, mostHits: number, limit: number): Promise<WeakQuery[]> {
    return this.transactions.query(
      `select words, index_name as index, count(*)::int as times, count(distinct reader)::int as readers,
              (array_agg(hits order by id desc))[1] as hits, (array_agg(relaxed order by id desc))[1] as relaxed,
              max(at) as "lastAt"
         from search.asked where at >= $1 group by words, index_name
       having (array_agg(hits order by id desc))[1] <= $2 or (array_agg(relaxed order by id desc))[1]
        order by count(*) desc, words limit $3`,
      [since, mostHits, limit],
    );
  }

  /** How many questions there were, and how many of them found nothing. */
  async countQueries(since: Date): Promise<{ asked: number; withoutHits: number }> {
    const [row] = await this.transactions.query<{ asked: number; withoutHits: number }>(
      `select count(*)::int as asked, count(*) filter (where hits = 0)::int as "withoutHits"
         from search.asked where at >= $1`,
      [since],
    );
    return row ?? { asked: 0, withoutHits: 0 };
  }

  /** Counts per day in China, zero for days without queries; the first day counts from `since` on. */
  countByDay(since: Date, until: Date): Promise<AskedOnDay[]> {
    return this.transactions.query(
      `select to_char(d.day, 'YYYY-MM-DD') as day, count(a.id)::int as asked,
              (count(a.id) filter (where a.hits = 0))::int as "withoutHits"
         from generate_series(($1::timestamptz at time zone 'Asia/Shanghai')::date::timestamp,
                              ($2::timestamptz at time zone 'Asia/Shanghai')::date::timestamp, interval '1 day') as d(day)
         left join search.asked a on a.at >= $1 and date_trunc('day', a.at at time zone 'Asia/Shanghai') = d.day
        group by d.day order by d.day`,
      [since, until],
    );
  }

  /** Forgets questions, and the salts of months of which nothing is left. */
  async deleteBefore(at: Date): Promise<void> {
    await this.transactions.query('delete from search.asked where at < $1', [at]);
    await this.transactions.query(
      `delete from search.reader_salt where month < date_trunc('month', $1::timestamptz)`,
      [at],
    );
  }
}
