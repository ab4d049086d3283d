import {
  checkSchedule,
  type MeetingProblem,
  type SolvedMeetings,
  solveMeetings,
  UnlawfulSchedule,
} from '@app/meeting-scheduler';
import { type EventFacts, eventProblem, type WishedMeeting } from './event-problem.js';
import { leftOutCauses } from './left-out-causes.js';
import type { RunWatch } from './run-watch.js';
import { possibleChanges, worthwhileChanges } from './scheduling-advice.js';
import type { SchedulingAdvice, SchedulingFigures, SchedulingRun } from './scheduling-run.entity.js';
import { type LeftOutCause, SchedulingPhase } from './scheduling.enums.js';
import { type PlannedMeeting, seatPlan } from './seat-plan.js';

/** Most seconds for advice, which also takes no longer than the schedule itself. */
const MAX_ADVICE_SECONDS = 15;

/** A wished meeting that the schedule leaves out. */
interface LeftOutMeeting {
  readonly wished: WishedMeeting;
  readonly cause: LeftOutCause;
}

/** A checked schedule with seats, causes, figures and advice. */
export interface MadeSchedule {
  readonly planned: readonly PlannedMeeting[];
  readonly leftOut: readonly LeftOutMeeting[];
  /** Meetings of participants who have no place at the event any more. */
  readonly orphans: readonly EventFacts['meetings'][number][];
  readonly figures: SchedulingFigures;
  readonly advice: readonly SchedulingAdvice[];
}

/** Makes the schedule of an event. Throws {@link UnlawfulSchedule} when even the best schedule breaks a rule. */
export async function makeSchedule(
  facts: EventFacts,
  wished: readonly WishedMeeting[],
  run: SchedulingRun,
  watch: RunWatch,
): Promise<MadeSchedule> {
  const problem = eventProblem(facts, wished, run.mode);
  const solved = await solveMeetings(problem, {
    seconds: run.seconds,
    signal: watch.signal,
    onProgress: (progress) => watch.takeProgress(progress),
  });
  // The checker shares no code with the solver: no schedule is stored unchecked.
  const check = checkSchedule(problem, solved.schedule);
  if (!check.valid) throw new UnlawfulSchedule(JSON.stringify(check.breaches.slice(0, 3)));
  const causes = leftOutCauses(problem, solved.schedule);
  watch.enterPhase(SchedulingPhase.ADVICE);
  const known = new Set(facts.registrations.map(({ id }) => id));
  return {
    planned: seatPlan(facts, wished, solved.schedule),
    leftOut: wished.flatMap((each, i) => (causes[i] ? [{ wished: each, cause: causes[i] }] : [])),
    orphans: facts.meetings.filter(
      (meeting) =>
        meeting.standing &&
        !isBegun(meeting, facts) &&
        ![meeting.buyerRegistrationId, meeting.supplierRegistrationId].every((id) => known.has(id)),
    ),
    figures: figuresOf(problem, solved),
    advice: await adviceFor(facts, { problem, solved, causes }, run, watch),
  };
}

async function adviceFor(
  facts: EventFacts,
  {
    problem,
    solved,
    causes,
  }: { problem: MeetingProblem; solved: SolvedMeetings; causes: readonly (LeftOutCause | null)[] },
  run: SchedulingRun,
  watch: RunWatch,
): Promise<SchedulingAdvice[]> {
  const changes = possibleChanges(problem, solved.schedule, causes);
  const found = await worthwhileChanges(changes, solved, solveMeetings, {
    seconds: Math.min(MAX_ADVICE_SECONDS, run.seconds),
    signal: watch.signal,
  });
  return found.map(({ kind, slot, participant, gain, mostGain }) => ({
    kind,
    slotId: slot === null ? null : (facts.slots[slot]?.id ?? null),
    registrationId: participant === null ? null : (facts.registrations[participant]?.id ?? null),
    gain,
    mostGain,
  }));
}

function isBegun(meeting: EventFacts['meetings'][number], { slots, now }: EventFacts): boolean {
  const slot = slots.find(({ id }) => id === meeting.slotId);
  return slot !== undefined && slot.startsAt <= now;
}

function figuresOf(
  problem: MeetingProblem,
  { measure, bound, valueBound, proven }: SolvedMeetings,
): SchedulingFigures {
  return {
    requests: problem.requests.filter(({ wish }) => wish !== 'NO').length,
    meetings: measure.meetings,
    bound,
    proven,
    musts: measure.musts,
    mustsWished: measure.mustsWished,
    value: measure.value,
    valueBound,
    leastPerParticipant: measure.minPerParticipant,
    idlePeriods: measure.idlePeriods,
    changes: measure.changes,
  };
}
