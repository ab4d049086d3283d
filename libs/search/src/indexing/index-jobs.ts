import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import { REBUILD_INDEXES, SearchEngine } from '../port/search-engine.js';
import { DocumentSources } from '../port/search-document.js';
import { IndexReconciliations, Reconciler } from './reconciler.js';
import { Reindexer } from './reindexer.js';

const MAINTAIN_INDEXES = jobKind<Record<string, never>>('maintain-indexes', {
  expireSeconds: 600,
  retries: 0,
});

/** Rebuilds the indexes that an order names. */
@Injectable()
export class RebuildIndexesJob extends JobHandler<{ indexes: IndexName[] }> {
  readonly kind = REBUILD_INDEXES;

  constructor(private readonly reindexer: Reindexer) {
    super();
  }

  async handle({ indexes }: { indexes: IndexName[] }): Promise<void> {
    await this.reindexer.rebuildIndexes(indexes);
  }
}

/** Every minute: merges changes into the indexes proper and drops what old and abandoned rebuilds left. */
@Injectable()
export class MaintainIndexesJob extends JobHandler<Record<string, never>> {
  readonly kind = MAINTAIN_INDEXES;
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(private readonly engine: SearchEngine) {
    super();
  }

  handle(): Promise<void> {
    return this.engine.maintain();
  }
}

const RECONCILE_INDEXES = jobKind<Record<string, never>>('reconcile-indexes', {
  expireSeconds: 3600,
  retries: 0,
});

/** Every night: compares all indexes with PostgreSQL and mends what differs, such as the effect of a lost task; staff see what it found. */
@Injectable()
export class ReconcileIndexesJob extends JobHandler<Record<string, never>> {
  readonly kind = RECONCILE_INDEXES;
  override readonly timer = { cron: '17 3 * * *', order: {} };

  constructor(
    private readonly sources: DocumentSources,
    private readonly reconciler: Reconciler,
    private readonly reconciliations: IndexReconciliations,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle(): Promise<void> {
    for (const { index } of this.sources.listSources()) {
      const beganAt = this.clock.now();
      const outcome = await this.reconciler.reconcileIndex(index);
      await this.reconciliations.saveOutcome({ ...outcome, beganAt, endedAt: this.clock.now() });
    }
  }
}
