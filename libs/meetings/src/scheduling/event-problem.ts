import { type EventRegistration, type EventRepresentative, ParticipantRole } from '@app/matchmaking-events';
import type {
  MeetingParticipant,
  MeetingProblem,
  MeetingWishLevel,
  RequestedMeeting,
} from '@app/meeting-scheduler';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingOrigin, MeetingState } from '../booking/meeting.enums.js';
import type { MeetingSlot, MeetingTable } from '../grid/meeting-grid.entity.js';
import {
  type MeetingAbsence,
  type MeetingTerms,
  type MeetingWish,
  WishLevel,
} from '../wishes/meeting-wish.entity.js';
import { SchedulingMode } from './scheduling.enums.js';

/** Everything stored of an event from which its meetings are scheduled. */
export interface EventFacts {
  readonly now: Date;
  /** Confirmed buyers and suppliers. */
  readonly registrations: readonly EventRegistration[];
  readonly people: readonly EventRepresentative[];
  /** In the order of time. */
  readonly slots: readonly MeetingSlot[];
  readonly tables: readonly MeetingTable[];
  readonly terms: MeetingTerms;
  readonly wishes: readonly MeetingWish[];
  readonly absences: readonly MeetingAbsence[];
  /** Those that are not called off. */
  readonly meetings: readonly Meeting[];
}

const MINUTE = 60_000;

/** Whether a meeting is to stay where it is: locked, agreed between the two, begun, or everything when refilling. */
function isFixed(meeting: Meeting, { now, slots }: EventFacts, mode: SchedulingMode): boolean {
  if (meeting.state === MeetingState.PROVISIONAL) return meeting.locked;
  if (mode === SchedulingMode.REFILL || meeting.locked || meeting.origin === MeetingOrigin.AGREED)
    return true;
  const slot = slots.find(({ id }) => id === meeting.slotId);
  return slot === undefined || slot.startsAt <= now;
}

/** The problem of an event; requests stand in the order of the wished meetings. */
export function eventProblem(
  facts: EventFacts,
  wished: readonly WishedMeeting[],
  mode: SchedulingMode,
): MeetingProblem {
  const slotOf = new Map(facts.slots.map(({ id }, i) => [id, i]));
  const fixedSlot = ({ standing }: WishedMeeting) =>
    standing && isFixed(standing, facts, mode) ? slotOf.get(standing.slotId) : undefined;
  const fixed = wished.map(fixedSlot);
  const requests = requestsOf(facts, wished, fixed, mode);
  const published = wished.map(({ standing }) => (standing ? (slotOf.get(standing.slotId) ?? -1) : -1));
  const isPublished = wished.some(({ standing }, i) => standing && fixed[i] === undefined);
  return {
    name: 'event',
    slots: facts.slots.map(({ startsAt, endsAt }) => ({
      startsAt: +startsAt / MINUTE,
      endsAt: +endsAt / MINUTE,
    })),
    pools: [{ id: 'tables', place: 0, tables: facts.slots.map(() => facts.tables.length) }],
    participants: participantsOf(facts, requests),
    requests,
    ...(isPublished ? { published } : {}),
  };
}

function requestsOf(
  facts: EventFacts,
  wished: readonly WishedMeeting[],
  fixed: readonly (number | undefined)[],
  mode: SchedulingMode,
): RequestedMeeting[] {
  const missed = mode === SchedulingMode.REFILL ? missedBy(facts) : new Set<string>();
  const index = new Map(facts.registrations.map(({ id }, i) => [id, i]));
  const ahead = facts.slots.flatMap(({ startsAt }, slot) => (startsAt > facts.now ? [slot] : []));
  return wished.map(({ buyer, supplier, level, worth }, i) => {
    const locked = fixed[i];
    return {
      buyer: index.get(buyer.id)!,
      supplier: index.get(supplier.id)!,
      // Who has agreed to meet, meets.
      wish: locked !== undefined && level === 'NO' ? 'WANT' : level,
      weight: worth,
      pool: 0,
      ...(locked !== undefined
        ? { locked }
        : { allowed: missed.has(buyer.id) || missed.has(supplier.id) ? [] : ahead }),
    };
  });
}

/** Who did not come to a meeting, so that nobody is to wait for them when free slots are filled. */
function missedBy({ meetings }: EventFacts): Set<string> {
  return new Set(
    meetings.flatMap(({ absentRoles, buyerRegistrationId, supplierRegistrationId }) => [
      ...(absentRoles.includes(ParticipantRole.BUYER) ? [buyerRegistrationId] : []),
      ...(absentRoles.includes(ParticipantRole.SUPPLIER) ? [supplierRegistrationId] : []),
    ]),
  );
}

/** Delegations with what the organizers allow them; what is fixed counts as allowed. */
function participantsOf(facts: EventFacts, requests: readonly RequestedMeeting[]): MeetingParticipant[] {
  const absent = new Set(facts.absences.map(({ registrationId, slotId }) => `${registrationId} ${slotId}`));
  return facts.registrations.map((registration, i) => {
    const own = requests.filter(({ buyer, supplier }) => buyer === i || supplier === i);
    const fixed = new Set(own.flatMap(({ locked }) => locked ?? []));
    const available = facts.slots.flatMap(({ id }, slot) =>
      fixed.has(slot) || !absent.has(`${registration.id} ${id}`) ? [slot] : [],
    );
    const isBuyer = registration.role === ParticipantRole.BUYER;
    const most = isBuyer ? facts.terms.mostPerBuyer : facts.terms.mostPerSupplier;
    const held = own.filter(({ locked }) => locked !== undefined).length;
    return {
      id: registration.id,
      side: isBuyer ? 'BUYER' : 'SUPPLIER',
      representatives: facts.people
        .filter(({ registrationId }) => registrationId === registration.id)
        .map(({ id }) => ({ id, available })),
      ...(most === null ? {} : { maximum: Math.max(most, held) }),
      ...(facts.terms.leastEach === null ? {} : { minimum: facts.terms.leastEach }),
    };
  });
}

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
