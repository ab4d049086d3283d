import { type EventRegistration, ParticipantRole } from '@app/matchmaking-events';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingState } from '../booking/meeting.enums.js';
import type { MeetingWishLevel } from '@app/meeting-scheduler';
import { WishLevel } from '../wishes/meeting-wish.enums.js';
import type { EventFacts } from './event-problem.js';

/** What a wish of one side adds to the value of a meeting; the match between the two adds up to 1. */
const WORTH: Readonly<Record<WishLevel, number>> = { MUST: 3, WANT: 1, NO: 0 };

/** A buyer and a supplier of whom at least one wishes to meet, or who are to meet already. */
export interface WishedMeeting {
  readonly buyer: EventRegistration;
  readonly supplier: EventRegistration;
  /** NO where one side does not want to, MUST where one side comes for it. */
  readonly level: MeetingWishLevel;
  /** The most that either side wished, whatever the other said. */
  readonly wished: 'MUST' | 'WANT';
  /** Wishes of both sides and the match between them. */
  readonly worth: number;
  /** The meeting that the two have. */
  readonly standing: Meeting | null;
}

/** The pairs that can be scheduled; those who have met, or were to meet and did not, are not scheduled again. */
export function wishedMeetings(facts: EventFacts): WishedMeeting[] {
  const { levels, standing, over } = pairFacts(facts);
  const byId = new Map(facts.registrations.map((registration) => [registration.id, registration]));
  return [...new Set([...levels.keys(), ...standing.keys()])].flatMap((key) => {
    const [buyer, supplier] = key.split(' ').map((id) => byId.get(id));
    const said = levels.get(key) ?? [];
    const meeting = standing.get(key) ?? null;
    if (!buyer || !supplier || over.has(key)) return [];
    if (!meeting && said.every((level) => level === WishLevel.NO)) return [];
    const wished = said.includes(WishLevel.MUST) ? 'MUST' : 'WANT';
    const level = said.includes(WishLevel.NO) ? 'NO' : wished;
    const worth = said.reduce((sum, each) => sum + WORTH[each], 0);
    return [{ buyer, supplier, level, wished, worth, standing: meeting }];
  });
}

/** Adds what the matches are worth: scores of 0 to 100, in the order of the pairs. */
export function withMatches(wished: readonly WishedMeeting[], scores: readonly number[]): WishedMeeting[] {
  return wished.map((each, i) => ({ ...each, worth: each.worth + Math.round(scores[i] ?? 0) / 100 }));
}

function pairFacts({ registrations, wishes, meetings }: EventFacts) {
  const roleOf = new Map(registrations.map(({ id, role }) => [id, role]));
  const levels = new Map<string, WishLevel[]>();
  for (const { fromRegistrationId: from, toRegistrationId: to, level } of wishes) {
    const key = roleOf.get(from) === ParticipantRole.BUYER ? `${from} ${to}` : `${to} ${from}`;
    levels.set(key, [...(levels.get(key) ?? []), level]);
  }
  const standing = new Map<string, Meeting>();
  const over = new Set<string>();
  for (const meeting of meetings) {
    const key = `${meeting.buyerRegistrationId} ${meeting.supplierRegistrationId}`;
    const ends = meeting.state === MeetingState.HELD || meeting.state === MeetingState.NO_SHOW;
    if (ends) over.add(key);
    // A locked provisional meeting stands for the published one that it replaces.
    else if (meeting.state === MeetingState.PROVISIONAL ? meeting.locked : !standing.has(key))
      standing.set(key, meeting);
  }
  return { levels, standing, over };
}
