import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchFeedback } from './match-feedback.entity.js';
import type { FitVerdict } from './match-feedback.enums.js';
import { allowReadingFeedback, readsAsStaff } from './match-feedback.policy.js';
import { MatchFeedbackRepository } from './match-feedback.repository.js';

/** Members read what their organization said; that staff read it stands in the audit log. */
@Injectable()
export class ReadMatchFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: MatchFeedbackRepository,
    private readonly audit: AuditLog,
  ) {}

  /** A page of what an organization said of matches, the latest first. */
  async page(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null; verdict?: FitVerdict | null },
  ): Promise<Connection<MatchFeedback>> {
    allowReadingFeedback(viewer, organizationId);
    if (!readsAsStaff(viewer, organizationId)) return this.feedback.page(organizationId, wish);
    return this.transactions.run(async () => {
      const page = await this.feedback.page(organizationId, wish);
      await this.audit.record({
        actorId: viewer.userId,
        action: 'MATCH_FEEDBACK_READ',
        subjectType: 'Organization',
        subjectId: organizationId,
      });
      return page;
    });
  }
}
