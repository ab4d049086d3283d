import type { DomainEvent } from '@app/database';
import type { MatchFeedback } from './match-feedback.entity.js';

/** A side said what it thinks of a match, for the first time or anew. */
export function matchFeedbackGiven({ id, needId, capabilityId }: MatchFeedback): DomainEvent {
  return {
    type: 'MatchFeedbackGiven',
    aggregateType: 'MatchFeedback',
    aggregateId: id,
    ids: { needId, capabilityId },
  };
}
