import { AuditLog } from '@app/audit';
import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import {
  BadInputError,
  BatchListLoader,
  Clock,
  type Connection,
  ForbiddenError,
  newId,
  NotFoundError,
} from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { pairKey, pairsOf } from '../pair-keys.js';
import { PairMatchesReader } from '../matches/pair-matches.reader.js';
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

/** A side says whether a match fits; the last opinion counts. Its members read it, and staff with an entry in the audit log. */
@Injectable()
export class MatchFeedbackService {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: MatchFeedbackRepository,
    private readonly pairs: PairMatchesReader,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Stores the opinion of the acting side, with the score that the match has now and what made it. */
  async giveFeedback(viewer: Viewer, key: FeedbackKey, opinion: Opinion): Promise<MatchFeedback> {
    allowGivingFeedback(viewer, key.organizationId);
    requireReason(opinion);
    const match = await this.pairs.findPairMatch(viewer, key);
    const sides = match && [match.need.organizationId, match.candidate.organizationId];
    if (!sides?.includes(key.organizationId)) throw new NotFoundError();
    const now = this.clock.now();
    const shown = { score: match!.score.toFixed(1), weightsVersion: match!.weightsVersion };
    const times = { givenById: viewer.userId, createdAt: now, updatedAt: now };
    return this.transactions.run(async () => {
      const stored = await this.feedback.saveFeedback({
        id: newId(),
        ...key,
        ...opinion,
        ...shown,
        ...times,
      });
      await this.events.record(matchFeedbackGiven(stored));
      return stored;
    });
  }

  /** Takes the acting side's opinion back. */
  async withdrawFeedback(viewer: Viewer, key: FeedbackKey): Promise<void> {
    allowGivingFeedback(viewer, key.organizationId);
    await this.feedback.deleteFeedback(key);
  }

  /** A page of what an organization said of matches, the latest first. */
  async listFeedback(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null; verdict?: FitVerdict | null },
  ): Promise<Connection<MatchFeedback>> {
    allowReadingFeedback(viewer, organizationId);
    if (!readsAsStaff(viewer, organizationId)) return this.feedback.findFeedbackPage(organizationId, wish);
    return this.transactions.run(async () => {
      const page = await this.feedback.findFeedbackPage(organizationId, wish);
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

function requireReason({ verdict, reason }: Opinion): void {
  const misfit = verdict === FitVerdict.DOES_NOT_FIT;
  if (misfit && !reason) throw new BadInputError('MISFIT_NEEDS_REASON', {}, ['input.reason']);
  if (!misfit && reason) throw new BadInputError('REASON_WITHOUT_MISFIT', {}, ['input.reason']);
}

/** What was said of matches, by need and capability, many in one statement. Show a viewer its own side's only. */
@Injectable()
export class MatchFeedbackLoader extends BatchListLoader<MatchFeedback> {
  constructor(private readonly feedback: MatchFeedbackRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<MatchFeedback[]> {
    return this.feedback.findFeedbackOfPairs(pairsOf(keys));
  }

  protected keyOf({ needId, capabilityId }: MatchFeedback): string {
    return pairKey(needId, capabilityId);
  }
}
