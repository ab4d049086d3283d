import { Injectable } from '@nestjs/common';
import { AskedQueriesRepository } from '../asked/asked-queries.repository.js';
import { IndexKeeping } from './index-keeping.js';
import type { SearchHealthType } from './search-health.type.js';
import { SearchSynonymsRepository } from './search-synonyms.repository.js';
import { SearchWords } from './search-words.js';

/** A question with so few hits is worth a look. */
const FEW_HITS = 2;
const MOST_LISTED = 50;

/** How search fares, for staff: what lies before the indexes, and what readers ask and do not find. */
@Injectable()
export class SearchHealth {
  constructor(
    private readonly indexes: IndexKeeping,
    private readonly asked: AskedQueriesRepository,
    private readonly synonyms: SearchSynonymsRepository,
    private readonly words: SearchWords,
  ) {}

  /** Everything at one moment; questions of so many days. */
  async now(days: number): Promise<SearchHealthType> {
    const since = this.words.daysAgo(days);
    const [indexes, counts, askedByDay, weak, synonyms] = await Promise.all([
      this.indexes.now(),
      this.asked.counts(since),
      this.asked.byDay(since, this.words.daysAgo(0)),
      this.asked.weak(since, FEW_HITS, MOST_LISTED),
      this.synonyms.latest(MOST_LISTED),
    ]);
    return {
      ...indexes,
      ...counts,
      askedByDay,
      weakQueries: weak.map((query) => this.words.weak(query)),
      synonyms: synonyms.map((synonym) => this.words.synonym(synonym)),
    };
  }
}
