import type { ResolvedSchedule } from '../schedule/local-schedule.js';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';

/** What an event is about: a trade concept, or a word that the vocabulary does not know. */
export interface EventConcept {
  readonly conceptId: string | null;
  readonly kind: string;
  readonly text: string;
  /** Importance, 0 to 1. */
  readonly weight: number;
}

/** What an organizer may say about an event; what is left out stays as it is. */
export type EventTerms = Partial<
  Pick<
    MatchmakingEvent,
    | 'kind'
    | 'title'
    | 'description'
    | 'regionCode'
    | 'venue'
    | 'address'
    | 'onlineUrl'
    | 'industryCodes'
    | 'themes'
    | 'halls'
    | 'conceptIds'
    | 'chains'
  > & { schedule: ResolvedSchedule }
>;
