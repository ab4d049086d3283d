import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { PairMatches } from '../pairs/pair-matches.js';
import type { FeedbackKey, MatchFeedback } from './match-feedback.entity.js';
import { FitVerdict, type MisfitReason } from './match-feedback.enums.js';
import { matchFeedbackGiven } from './match-feedback.events.js';
import { allowGivingFeedback } from './match-feedback.policy.js';
import { MatchFeedbackRepository } from './match-feedback.repository.js';

/** What a side says. */
export interface Opinion {
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
