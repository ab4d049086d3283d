import {
  checkSchedule,
  type MeetingProblem,
  type MeetingSchedule,
  type RequestedMeeting,
} from '@app/meeting-scheduler';
import type { Meeting } from '../booking/meeting.entity.js';
import { type EventFacts, eventProblem } from '../scheduling/event-problem.js';
import { SchedulingMode } from '../scheduling/scheduling.enums.js';
import { WishLevel } from '../wishes/meeting-wish.entity.js';
import { MoveRule } from './publishing.enums.js';
import type { MeetingMoveType } from './publishing.graphql.js';

/** The plan of an event as a schedule: a request for each meeting that stands or is proposed. */
interface PlanProblem {
  readonly problem: MeetingProblem;
  readonly schedule: MeetingSchedule;
  /** The meetings in the order of the requests. */
  readonly plan: readonly Meeting[];
}

/** A published meeting counts where it is proposed to be, unless it is the one that is looked at. */
function planProblem(facts: EventFacts, looked: Meeting): PlanProblem {
  const replaced = new Set(facts.meetings.flatMap(({ replacesId }) => replacesId ?? []));
  const plan = facts.meetings.filter(({ id, replacesId }) =>
    looked.id === id ? true : !replaced.has(id) && replacesId !== looked.id,
  );
  const slotOf = new Map(facts.slots.map(({ id }, i) => [id, i]));
  const empty = eventProblem(facts, [], SchedulingMode.PLAN);
  const indexOf = new Map(empty.participants.map(({ id }, i) => [id, i]));
  const known = plan.filter(({ buyerRegistrationId, supplierRegistrationId }) =>
    [buyerRegistrationId, supplierRegistrationId].every((id) => indexOf.has(id)),
  );
  const refused = new Set(
    facts.wishes
      .filter(({ level }) => level === WishLevel.NO)
      .map(({ fromRegistrationId, toRegistrationId }) => `${fromRegistrationId} ${toRegistrationId}`),
  );
  const person = (participant: number, id: string) =>
    empty.participants[participant]?.representatives.findIndex((one) => one.id === id) ?? -1;
  const requestOf = (meeting: Meeting): RequestedMeeting => {
    const [buyer, supplier] = [meeting.buyerRegistrationId, meeting.supplierRegistrationId];
    const [b, s] = [indexOf.get(buyer)!, indexOf.get(supplier)!];
    const persons = [person(b, meeting.buyerRepresentativeId), person(s, meeting.supplierRepresentativeId)];
    return {
      buyer: b,
      supplier: s,
      wish: refused.has(`${buyer} ${supplier}`) || refused.has(`${supplier} ${buyer}`) ? 'NO' : 'WANT',
      weight: 1,
      pool: 0,
      ...(persons[0]! >= 0 ? { buyerRepresentative: persons[0] } : {}),
      ...(persons[1]! >= 0 ? { supplierRepresentative: persons[1] } : {}),
      ...(meeting.locked ? { locked: slotOf.get(meeting.slotId) } : {}),
    };
  };
  return {
    problem: { ...empty, requests: known.map(requestOf) },
    schedule: known.map(({ slotId }) => slotOf.get(slotId) ?? -1),
    plan: known,
  };
}

/**
 * For every slot of the event, in order of time, the rules that a meeting would break there. The plan of the event is its
 * published and provisional meetings together; the rules are those of the schedule checker.
 */
export function movesOf(meeting: Meeting, facts: EventFacts): MeetingMoveType[] {
  const { problem, schedule, plan } = planProblem(facts, meeting);
  const own = plan.findIndex(({ id }) => id === meeting.id);
  return facts.slots.map((slot, at) => {
    const moved = schedule.map((where, request) => (request === own ? at : where));
    const breaches = own < 0 ? [] : checkSchedule(problem, moved).breaches;
    const rules = breaches.flatMap(({ rule, requests }) =>
      requests.includes(own) && rule in MoveRule ? [MoveRule[rule as keyof typeof MoveRule]] : [],
    );
    const over = slot.startsAt <= facts.now ? [MoveRule.SLOT_OVER] : [];
    return { slot, breaches: [...new Set([...rules, ...over])].map((rule) => ({ rule })) };
  });
}
