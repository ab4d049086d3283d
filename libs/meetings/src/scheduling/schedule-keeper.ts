import { DomainEvents, Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Meeting } from '../booking/meeting.entity.js';
import { MeetingOrigin, MeetingState } from '../booking/meeting.enums.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import type { MadeSchedule } from './schedule-maker.js';
import { SchedulingFeed } from './scheduling-feed.js';
import { SchedulingLeftOut, type SchedulingRun } from './scheduling-run.entity.js';
import { type ClaimedRun, SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { LeftOutCause, SchedulingPhase, SchedulingState } from './scheduling.enums.js';
import { schedulingHappened } from './scheduling.events.js';
import type { PlannedMeeting } from './seat-plan.js';

/** Ends runs: with a provisional schedule, with nothing, or with a reason. One transaction each, by whoever holds the claim. */
@Injectable()
export class ScheduleKeeper {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: SchedulingRunsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly events: DomainEvents,
    private readonly feed: SchedulingFeed,
    private readonly clock: Clock,
  ) {}

  /** Stores a schedule as the provisional one in the place of the one before. */
  keep(claimed: ClaimedRun, made: MadeSchedule): Promise<void> {
    return this.end(claimed, SchedulingState.DONE, async (run) => {
      run.figures = made.figures;
      run.advice = [...made.advice];
      run.meetings = made.figures.meetings;
      run.bound = made.figures.bound;
      const at = this.clock.now();
      await this.meetings.replaceProvisional(
        run.eventId,
        made.planned.flatMap((planned) => provisional(run.eventId, planned, at)),
      );
      await this.runs.addLeftOut(leftOutRows(run.id, made));
    });
  }

  /** Called off: the schedule stays what it was. */
  discard(claimed: ClaimedRun): Promise<void> {
    return this.end(claimed, SchedulingState.CANCELLED);
  }

  /** It came to nothing. */
  fail(claimed: ClaimedRun, failure: string): Promise<void> {
    return this.end(claimed, SchedulingState.FAILED, (run) => {
      run.failure = failure;
    });
  }

  private async end(
    { id, claim }: ClaimedRun,
    state: SchedulingState,
    more: (run: SchedulingRun) => void | Promise<void> = () => undefined,
  ): Promise<void> {
    await this.transactions.run(async () => {
      const run = await this.runs.lock(id);
      if (run?.state !== SchedulingState.RUNNING || run.claim !== claim) return;
      await more(run);
      run.state = state;
      run.phase = SchedulingPhase.DONE;
      run.finishedAt = this.clock.now();
      await this.runs.save(run);
      await this.events.record(schedulingHappened('SchedulingEnded', run));
      await this.feed.announce(id);
    });
  }
}

/** A meeting that is where it was published, or locked where it is, needs no provisional one. */
function provisional(eventId: string, planned: PlannedMeeting, at: Date): Meeting[] {
  const { wished, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = planned;
  const { standing } = wished;
  if (standing?.slotId === slotId) return [];
  return [
    Object.assign(new Meeting(), {
      id: newId(),
      eventId,
      buyerRegistrationId: wished.buyer.id,
      supplierRegistrationId: wished.supplier.id,
      buyerRepresentativeId,
      supplierRepresentativeId,
      slotId,
      tableId,
      state: MeetingState.PROVISIONAL,
      origin: MeetingOrigin.SCHEDULED,
      replacesId: standing?.id ?? null,
      locked: false,
      absentRoles: [],
      cancellationReason: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  ];
}

function leftOutRows(runId: string, { leftOut, orphans }: MadeSchedule): SchedulingLeftOut[] {
  const row = (given: Omit<SchedulingLeftOut, 'id' | 'runId'>) =>
    Object.assign(new SchedulingLeftOut(), { id: newId(), runId, ...given });
  return [
    ...leftOut.map(({ wished, cause }) =>
      row({
        buyerRegistrationId: wished.buyer.id,
        supplierRegistrationId: wished.supplier.id,
        level: wished.wished,
        cause,
        meetingId: wished.standing?.id ?? null,
      }),
    ),
    ...orphans.map(({ id, buyerRegistrationId, supplierRegistrationId }) =>
      row({
        buyerRegistrationId,
        supplierRegistrationId,
        level: 'WANT',
        cause: LeftOutCause.WITHDRAWN,
        meetingId: id,
      }),
    ),
  ];
}
