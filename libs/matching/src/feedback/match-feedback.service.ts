import { AuditLog } from '@app/audit';
import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, ForbiddenError, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { PairMatches } from '../matches/pair-matches.js';
import {
  type FeedbackKey,
  FitVerdict,
  type MatchFeedback,
  type MisfitReason,
} from './match-feedback.entity.js';
import { MatchFeedbackRepository } from './match-feedback.repository.js';

/** A side said what it thinks of a match, for the first time or anew. */
export function matchFeedbackGiven({ id, needId, capabilityId }: MatchFeedback): DomainEvent {
  return {
    type: 'MatchFeedbackGiven',
    aggregateType: 'MatchFeedback',
    aggregateId: id,
    ids: { needId, capabilityId },
  };
}

/** Owners and editors say what their organization thinks of a match. */
function allowGivingFeedback(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** What an organization said is read by its members, and by staff, who learn from it; the other side never learns of it. */
function allowReadingFeedback(viewer: Viewer, organizationId: string): void {
  if (!viewer.staff && !viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/** Reading what others said is a privilege of staff and is written down. */
function readsAsStaff(viewer: Viewer, organizationId: string): boolean {
  return viewer.staff && !viewer.memberOf(organizationId);
}

/** What a side says. */
interface Opinion {
  readonly verdict: FitVerdict;
  readonly reason: MisfitReason | null;
  readonly words: string | null;
}

/** A side says whether a match fits. Said twice or anew, the last word counts. */
@Injectable()
export class GiveMatchFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: MatchFeedbackRepository,
    private readonly pairs: PairMatches,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Stores the opinion of the acting side, with the score that the match has now and what made it. */
  async give(viewer: Viewer, key: FeedbackKey, opinion: Opinion): Promise<MatchFeedback> {
    allowGivingFeedback(viewer, key.organizationId);
    requireReason(opinion);
    const match = await this.pairs.find(viewer, key);
    const sides = match && [match.need.organizationId, match.candidate.organizationId];
    if (!sides?.includes(key.organizationId)) throw new NotFoundError();
    const now = this.clock.now();
    const shown = { score: match!.score.toFixed(1), weightsVersion: match!.weightsVersion };
    const times = { givenById: viewer.userId, createdAt: now, updatedAt: now };
    return this.transactions.run(async () => {
      const stored = await this.feedback.put({ id: newId(), ...key, ...opinion, ...shown, ...times });
      await this.events.record(matchFeedbackGiven(stored));
      return stored;
    });
  }

  /** Takes the acting side's opinion back. */
  async withdraw(viewer: Viewer, key: FeedbackKey): Promise<void> {
    allowGivingFeedback(viewer, key.organizationId);
    await this.feedback.remove(key);
  }
}

function requireReason({ verdict, reason }: Opinion): void {
  const misfit = verdict === FitVerdict.DOES_NOT_FIT;
  if (misfit && !reason) throw new BadInputError('MISFIT_NEEDS_REASON', {}, ['input.reason']);
  if (!misfit && reason) throw new BadInputError('REASON_WITHOUT_MISFIT', {}, ['input.reason']);
}

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
