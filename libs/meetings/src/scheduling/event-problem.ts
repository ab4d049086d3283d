import type { EventRegistration, EventRepresentative } from '@app/matchmaking-events';
import { ParticipantRole } from '@app/matchmaking-events';
import type { MeetingSlot, MeetingTable } from '../booking/meeting-grid.entity.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingOrigin, MeetingState } from '../booking/meeting.enums.js';
import type { MeetingParticipant, MeetingProblem, RequestedMeeting } from '@app/meeting-scheduler';
import type { MeetingTerms } from '../wishes/meeting-terms.entity.js';
import type { MeetingAbsence, MeetingWish } from '../wishes/meeting-wish.entity.js';
import { SchedulingMode } from './scheduling.enums.js';
import type { WishedMeeting } from './wished-meetings.js';

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
export function isFixed(meeting: Meeting, { now, slots }: EventFacts, mode: SchedulingMode): boolean {
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
