import { Injectable } from '@nestjs/common';
import { checkSchedule } from '@app/meeting-scheduler';
import type { MeetingProblem } from '@app/meeting-scheduler';
import { type SolvedMeetings, solveMeetings, UnlawfulSchedule } from '@app/meeting-scheduler';
import { EventFactsReader } from './event-facts.reader.js';
import { type EventFacts, eventProblem } from './event-problem.js';
import { leftOutCauses } from './left-out-causes.js';
import type { RunWatch } from './run-watch.js';
import { possibleChanges, worthwhileChanges } from './scheduling-advice.js';
import type { SchedulingAdvice, SchedulingFigures, SchedulingRun } from './scheduling-run.entity.js';
import { type LeftOutCause, SchedulingPhase } from './scheduling.enums.js';
import { type PlannedMeeting, seatPlan } from './seat-plan.js';
import type { WishedMeeting } from './wished-meetings.js';

/** Advice takes at most so many seconds, and no longer than the schedule itself. */
const ADVICE_SECONDS = 15;

/** A wished meeting that is in no schedule. */
export interface LeftOutMeeting {
  readonly wished: WishedMeeting;
  readonly cause: LeftOutCause;
}

/** A checked schedule with seats, and everything that is told of it. */
export interface MadeSchedule {
  readonly planned: readonly PlannedMeeting[];
  readonly leftOut: readonly LeftOutMeeting[];
  /** Standing meetings of those who have no place at the event any more. */
  readonly orphans: readonly EventFacts['meetings'][number][];
  readonly figures: SchedulingFigures;
  readonly advice: readonly SchedulingAdvice[];
}

/** Makes the schedule of an event from what is stored. */
@Injectable()
export class ScheduleMaker {
  constructor(private readonly reader: EventFactsReader) {}

  /** Throws {@link UnlawfulSchedule} when even the best schedule breaks a rule. */
  async make(run: SchedulingRun, watch: RunWatch): Promise<MadeSchedule> {
    await watch.tell();
    const facts = await this.reader.of(run.eventId);
    const wished = await this.reader.wished(facts);
    const problem = eventProblem(facts, wished, run.mode);
    const solved = await solveMeetings(problem, {
      seconds: run.seconds,
      signal: watch.signal,
      onProgress: (progress) => watch.hear(progress),
    });
    // The checker shares nothing with the solver: what is stored has passed it here, whoever made it.
    const check = checkSchedule(problem, solved.schedule);
    if (!check.valid) throw new UnlawfulSchedule(JSON.stringify(check.breaches.slice(0, 3)));
    const causes = leftOutCauses(problem, solved.schedule);
    watch.enter(SchedulingPhase.ADVICE);
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
      advice: await this.advise(facts, { problem, solved, causes }, run, watch),
    };
  }

  private async advise(
    facts: EventFacts,
    {
      problem,
      solved,
      causes,
    }: { problem: MeetingProblem; solved: SolvedMeetings; causes: readonly (LeftOutCause | null)[] },
    run: SchedulingRun,
    watch: RunWatch,
  ): Promise<SchedulingAdvice[]> {
    const found = await worthwhileChanges(
      possibleChanges(problem, solved.schedule, causes),
      solved,
      solveMeetings,
      {
        seconds: Math.min(ADVICE_SECONDS, run.seconds),
        signal: watch.signal,
      },
    );
    return found.map(({ kind, slot, participant, gain, mostGain }) => ({
      kind,
      slotId: slot === null ? null : (facts.slots[slot]?.id ?? null),
      registrationId: participant === null ? null : (facts.registrations[participant]?.id ?? null),
      gain,
      mostGain,
    }));
  }
}

function isBegun(meeting: EventFacts['meetings'][number], { slots, now }: EventFacts): boolean {
  const slot = slots.find(({ id }) => id === meeting.slotId);
  return slot !== undefined && slot.startsAt <= now;
}

function figuresOf(problem: MeetingProblem, { measure, bound, valueBound, proven }: SolvedMeetings) {
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
