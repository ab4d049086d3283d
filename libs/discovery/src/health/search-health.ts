import { DatabaseFacts, EventDeliveries } from '@app/database';
import { SEARCH_INDEX_CONSUMER, SearchEngine } from '@app/search';
import { Injectable } from '@nestjs/common';
import { AskedQueriesRepository } from '../asked/asked-queries.repository.js';
import type { SearchHealthType } from './search-health.type.js';
import { SearchSynonymsRepository } from './search-synonyms.repository.js';
import { SearchWords } from './search-words.js';

/** A question with so few hits is worth a look. */
const FEW_HITS = 2;
const MOST_LISTED = 50;
const MOST_DEAD = 100;

/** How search fares, for staff: what lies before the indexes, and what readers ask and do not find. */
@Injectable()
export class SearchHealth {
  constructor(
    private readonly engine: SearchEngine,
    private readonly deliveries: EventDeliveries,
    private readonly facts: DatabaseFacts,
    private readonly asked: AskedQueriesRepository,
    private readonly synonyms: SearchSynonymsRepository,
    private readonly words: SearchWords,
  ) {}

  /** Everything at one moment; questions of so many days. */
  async now(days: number): Promise<SearchHealthType> {
    const since = this.words.daysAgo(days);
    const [health, lags, deadLetters, counts, weak, synonyms] = await Promise.all([
      this.engine.health(),
      this.facts.deliveries(),
      this.deliveries.deadLetters(SEARCH_INDEX_CONSUMER, MOST_DEAD),
      this.asked.counts(since),
      this.asked.weak(since, FEW_HITS, MOST_LISTED),
      this.synonyms.latest(MOST_LISTED),
    ]);
    const lag = lags.find(({ consumer }) => consumer === SEARCH_INDEX_CONSUMER);
    return {
      engine: health.engine,
      ready: health.ready,
      indexes: health.indexes,
      waiting: lag?.waiting ?? 0,
      oldestSeconds: lag?.oldestSeconds ?? 0,
      deadLetters,
      ...counts,
      weakQueries: weak.map((query) => this.words.weak(query)),
      synonyms: synonyms.map((synonym) => this.words.synonym(synonym)),
    };
  }
}
