import { DeriveCapabilities } from '@app/capabilities';
import { DatabaseFacts, EventDeliveries } from '@app/database';
import { EmbeddingStatus, IndexReconciliations, SEARCH_INDEX_CONSUMER, SearchEngine } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { SearchHealthType } from './search-health.type.js';

const MOST_DEAD = 100;

/** How the indexes fare: what they hold, what lies before them, what the last comparison with PostgreSQL found. */
type IndexKeepingNow = Pick<
  SearchHealthType,
  | 'embedder'
  | 'engine'
  | 'ready'
  | 'indexes'
  | 'waiting'
  | 'oldestSeconds'
  | 'deadLetters'
  | 'reconciliations'
  | 'derivation'
>;

/** Watches over the indexes as derived data. */
@Injectable()
export class IndexKeeping {
  constructor(
    private readonly engine: SearchEngine,
    private readonly deliveries: EventDeliveries,
    private readonly facts: DatabaseFacts,
    private readonly reconciliations: IndexReconciliations,
    private readonly derivation: DeriveCapabilities,
    private readonly embedding: EmbeddingStatus,
  ) {}

  /** Everything at one moment. */
  async now(): Promise<IndexKeepingNow> {
    const [health, lags, deadLetters, reconciliations, derivation, embedder] = await Promise.all([
      this.engine.health(),
      this.facts.deliveries(),
      this.deliveries.deadLetters(SEARCH_INDEX_CONSUMER, MOST_DEAD),
      this.reconciliations.latest(),
      this.derivation.standing(),
      this.embedding.now(MOST_DEAD),
    ]);
    const lag = lags.find(({ consumer }) => consumer === SEARCH_INDEX_CONSUMER);
    return {
      engine: health.engine,
      ready: health.ready,
      indexes: health.indexes,
      waiting: lag?.waiting ?? 0,
      oldestSeconds: lag?.oldestSeconds ?? 0,
      deadLetters,
      reconciliations,
      derivation,
      embedder,
    };
  }
}
