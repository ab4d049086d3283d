import { ChannelFeed, DATABASE_URL, type DomainEvent, DomainEvents, Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Meeting } from '../booking/meeting.entity.js';
import { MeetingOrigin, MeetingState } from '../booking/meeting.enums.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import type { MadeSchedule } from './make-schedule.js';
import { SchedulingLeftOut, type SchedulingRun } from './scheduling-run.entity.js';
import { type ClaimedRun, SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { LeftOutCause, SchedulingState } from './scheduling.enums.js';
import type { PlannedMeeting } from './seat-plan.js';

/** Carries the progress of runs from the worker to the organizers who watch them. */
@Injectable()
export class SchedulingFeed extends ChannelFeed {
  protected readonly channel = 'scheduling_run';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }

  /** Announces that a run has made progress. */
  announceProgress(runId: string): Promise<void> {
    return this.tell([{ key: runId, value: runId }]);
  }
}

/**
 * Writes how runs begin and end. A worker ends its run in one transaction, and only while it holds the claim: a worker that
 * has lost its run to another one writes nothing.
 */
@Injectable()
export class SchedulingRunWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: SchedulingRunsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly events: DomainEvents,
    private readonly feed: SchedulingFeed,
    private readonly clock: Clock,
  ) {}

  /** Inserts a new run in the open transaction. */
  async insertRun(run: SchedulingRun): Promise<void> {
    await this.runs.insertRun(run);
    await this.events.record(schedulingHappened('SchedulingStarted', run));
  }

  /** Stores a schedule as the provisional one and replaces the one before. */
  storeSchedule(claimed: ClaimedRun, made: MadeSchedule): Promise<void> {
    return this.endClaimedRun(claimed, async (run, at) => {
      run.complete(made.figures, made.advice, at);
      await this.meetings.replaceProvisionalMeetings(
        run.eventId,
        made.planned.flatMap((planned) => provisionalMeetings(run.eventId, planned, at)),
      );
      await this.runs.insertLeftOut(leftOutRows(run.id, made));
    });
  }

  /** Ends a cancelled run; the schedule stays as it was. */
  discardSchedule(claimed: ClaimedRun): Promise<void> {
    return this.endClaimedRun(claimed, (run, at) => run.end(SchedulingState.CANCELLED, at));
  }

  /** Ends a run that failed, with the code of the reason. */
  failRun(claimed: ClaimedRun, failure: string): Promise<void> {
    return this.endClaimedRun(claimed, (run, at) => run.fail(failure, at));
  }

  /** Ends a locked run on which no worker is active any more, in the open transaction. Other runs stay as they are. */
  async closeAbandonedRun(run: SchedulingRun, now: Date): Promise<void> {
    if (!run.isAbandoned(now)) return;
    run.fail('SCHEDULING_ABANDONED', now);
    await this.saveEndedRun(run);
  }

  /** Saves a run that has ended, in the open transaction, and announces the end. */
  async saveEndedRun(run: SchedulingRun): Promise<void> {
    await this.runs.saveRun(run);
    await this.events.record(schedulingHappened('SchedulingEnded', run));
    await this.feed.announceProgress(run.id);
  }

  private async endClaimedRun(
    { id, claim }: ClaimedRun,
    end: (run: SchedulingRun, at: Date) => void | Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async () => {
      const run = await this.runs.lockRun(id);
      if (run?.state !== SchedulingState.RUNNING || run.claim !== claim) return;
      await end(run, this.clock.now());
      await this.saveEndedRun(run);
    });
  }
}

function schedulingHappened(
  type: 'SchedulingStarted' | 'SchedulingEnded',
  { id, eventId }: Pick<SchedulingRun, 'id' | 'eventId'>,
): DomainEvent {
  return { type, aggregateType: 'SchedulingRun', aggregateId: id, ids: { eventId } };
}

/** The provisional meeting of a planned one; none for a meeting that stays in its slot. */
function provisionalMeetings(eventId: string, planned: PlannedMeeting, at: Date): Meeting[] {
  const { wished, slotId, tableId, buyerRepresentativeId, supplierRepresentativeId } = planned;
  const { standing } = wished;
  if (standing?.slotId === slotId) return [];
  return [
    Meeting.create(
      {
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
      },
      at,
    ),
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
