import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { pairKey, pairsOf } from '../pairs/pair-keys.js';
import type { MatchFeedback } from './match-feedback.entity.js';
import { MatchFeedbackRepository } from './match-feedback.repository.js';

/** What was said of matches, by need and capability, many in one statement. Show a viewer its own side's only. */
@Injectable()
export class MatchFeedbackLoader extends BatchListLoader<MatchFeedback> {
  constructor(private readonly feedback: MatchFeedbackRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<MatchFeedback[]> {
    return this.feedback.ofPairs(pairsOf(keys));
  }

  protected keyOf({ needId, capabilityId }: MatchFeedback): string {
    return pairKey(needId, capabilityId);
  }
}
