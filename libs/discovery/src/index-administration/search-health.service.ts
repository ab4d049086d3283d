import { AuditLog } from '@app/audit';
import { CapabilityDerivationService } from '@app/capabilities';
import { DatabaseFacts, EventDeliveries, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import {
  EmbeddingModelsService,
  IndexReconciliations,
  SEARCH_INDEX_CONSUMER,
  SearchEngine,
} from '@app/search';
import { Injectable } from '@nestjs/common';
import { AskedQueriesRepository } from '../suggestions/asked-queries.repository.js';
import { SearchSynonymsService } from '../synonyms/search-synonyms.service.js';
import type { SearchHealthType } from './search-health.graphql.js';

const DAY_MS = 86_400_000;
const MAX_DEAD_LETTERS = 100;
/** A query with at most so many hits is listed as weak. */
const FEW_HITS = 2;
const MAX_LISTED = 50;

/** What comes from the indexes themselves, apart from what readers ask. */
type IndexHealth = Omit<
  SearchHealthType,
  'asked' | 'withoutHits' | 'askedByDay' | 'weakQueries' | 'synonyms'
>;

/** Reports to staff how search works: the state of the indexes, and what readers ask and do not find. */
@Injectable()
export class SearchHealthService {
  constructor(
    private readonly engine: SearchEngine,
    private readonly deliveries: EventDeliveries,
    private readonly facts: DatabaseFacts,
    private readonly reconciliations: IndexReconciliations,
    private readonly derivation: CapabilityDerivationService,
    private readonly models: EmbeddingModelsService,
    private readonly asked: AskedQueriesRepository,
    private readonly synonyms: SearchSynonymsService,
    private readonly clock: Clock,
  ) {}

  /** The state of now, with the queries of the last `days` days. */
  async readHealth(days: number): Promise<SearchHealthType> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - days * DAY_MS);
    const [indexes, counts, askedByDay, weak, synonyms] = await Promise.all([
      this.readIndexes(),
      this.asked.countQueries(since),
      this.asked.countByDay(since, now),
      this.asked.findWeakQueries(since, FEW_HITS, MAX_LISTED),
      this.synonyms.listLatest(MAX_LISTED),
    ]);
    const weakQueries = weak.map((query) => this.synonyms.describeWeakQuery(query));
    return { ...indexes, ...counts, askedByDay, weakQueries, synonyms };
  }

  private async readIndexes(): Promise<IndexHealth> {
    const [health, lags, deadLetters, reconciliations, derivation, embedder] = await Promise.all([
      this.engine.health(),
      this.facts.deliveries(),
      this.deliveries.deadLetters(SEARCH_INDEX_CONSUMER, MAX_DEAD_LETTERS),
      this.reconciliations.findLatest(),
      this.derivation.countDerivations(),
      this.models.readStatus(MAX_DEAD_LETTERS),
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

/** The subject of the entries in the audit log: indexes have no rows, and so no key of their own. */
const ALL_INDEXES = '00000000-0000-0000-0000-000000000000';

/** Lets staff retry what failed too often: changes that could not be indexed, texts that the outside model refused. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: EventDeliveries,
    private readonly models: EmbeddingModelsService,
    private readonly audit: AuditLog,
  ) {}

  /** Retries changes that could not be indexed; returns how many of `ids` had been put aside. */
  retryChanges(viewer: Viewer, ids: readonly string[]): Promise<number> {
    return this.revive(viewer, 'RETRY_INDEX_DEAD_LETTERS', () =>
      this.deliveries.revive(SEARCH_INDEX_CONSUMER, ids),
    );
  }

  /** Sends refused texts once more; returns how many of `ids` had been put aside. */
  retryTexts(viewer: Viewer, ids: readonly string[]): Promise<number> {
    return this.revive(viewer, 'RETRY_EMBEDDER_TEXTS', () => this.models.retryTexts(ids));
  }

  private revive(viewer: Viewer, action: string, revive: () => Promise<number>): Promise<number> {
    const actorId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const revived = await revive();
      if (revived > 0)
        await this.audit.record({
          actorId,
          action,
          subjectType: 'SearchIndex',
          subjectId: ALL_INDEXES,
          ids: { revived: String(revived) },
        });
      return revived;
    });
  }
}
