import { AuditLog } from '@app/audit';
import { EventDeliveries, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { UnauthenticatedError } from '@app/kernel';
import { SEARCH_INDEX_CONSUMER } from '@app/search';
import { Injectable } from '@nestjs/common';

/** The search indexes as the subject of an entry of the audit log: they have no row, and so no key of their own. */
const ALL_INDEXES = '00000000-0000-0000-0000-000000000000';

/** Gives changes that could not be indexed another chance. */
@Injectable()
export class RetryDeadLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly deliveries: EventDeliveries,
    private readonly audit: AuditLog,
  ) {}

  /** Revives dead letters of indexing; tells how many were dead. */
  retry({ userId }: Viewer, ids: readonly string[]): Promise<number> {
    if (!userId) throw new UnauthenticatedError();
    return this.transactions.run(async () => {
      const revived = await this.deliveries.revive(SEARCH_INDEX_CONSUMER, ids);
      if (revived > 0)
        await this.audit.record({
          actorId: userId,
          action: 'RETRY_INDEX_DEAD_LETTERS',
          subjectType: 'SearchIndex',
          subjectId: ALL_INDEXES,
          ids: { revived: String(revived) },
        });
      return revived;
    });
  }
}
