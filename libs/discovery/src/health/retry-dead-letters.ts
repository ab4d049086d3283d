import { AuditLog } from '@app/audit';
import { EventDeliveries, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { UnauthenticatedError } from '@app/kernel';
import { EmbeddingTasksRepository, SEARCH_INDEX_CONSUMER } from '@app/search';
import { Injectable } from '@nestjs/common';

/** The search indexes as the subject of an entry of the audit log: they have no row, and so no key of their own. */
const ALL_INDEXES = '00000000-0000-0000-0000-000000000000';

/** Gives what was put aside another chance: changes that could not be indexed, texts that the outside model refused. */
@Injectable()
export class RetryDeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: EventDeliveries,
    private readonly texts: EmbeddingTasksRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Revives dead letters of indexing; tells how many were dead. */
  retry(viewer: Viewer, ids: readonly string[]): Promise<number> {
    return this.revived(viewer, 'RETRY_INDEX_DEAD_LETTERS', () =>
      this.deliveries.revive(SEARCH_INDEX_CONSUMER, ids),
    );
  }

  /** Lets texts be sent once more; tells how many had been put aside. */
  retryTexts(viewer: Viewer, ids: readonly string[]): Promise<number> {
    return this.revived(viewer, 'RETRY_EMBEDDER_TEXTS', () => this.texts.revive(ids));
  }

  private revived({ userId }: Viewer, action: string, revive: () => Promise<number>): Promise<number> {
    if (!userId) throw new UnauthenticatedError();
    return this.transactions.run(async () => {
      const revived = await revive();
      if (revived > 0)
        await this.audit.record({
          actorId: userId,
          action,
          subjectType: 'SearchIndex',
          subjectId: ALL_INDEXES,
          ids: { revived: String(revived) },
        });
      return revived;
    });
  }
}
