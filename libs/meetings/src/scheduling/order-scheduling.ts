import { ClientMutations, Jobs, Transactions, violatedConstraint } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { RUN_SCHEDULING } from './run-scheduling.job-kind.js';
import { SchedulingBook } from './scheduling-book.js';
import { SchedulingRun } from './scheduling-run.entity.js';
import { type SchedulingMode, SchedulingPhase, SchedulingState, SchedulingStop } from './scheduling.enums.js';
import { NothingToScheduleError, SchedulingActiveError, SchedulingStateError } from './scheduling.errors.js';
import {
  CancelSchedulingPayload,
  type CancelSchedulingResult,
  StartSchedulingPayload,
  type StartSchedulingResult,
} from './scheduling.results.js';

/** A schedule that is wanted; the caller acts for `organizationId`. */
export interface SchedulingOrder {
  readonly eventId: string;
  readonly organizationId: string;
  readonly mode: SchedulingMode;
  readonly seconds: number;
  readonly clientMutationId?: string | null;
}

/** A run, and how it is to end; the caller acts for `organizationId`. */
export interface SchedulingEnd {
  readonly runId: string;
  readonly organizationId: string;
  readonly keepBest: boolean;
}

/** Those who organize an event send the scheduler to work and call it off. */
@Injectable()
export class OrderScheduling {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly book: SchedulingBook,
    private readonly jobs: Jobs,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Orders a run; the database lets an event have one at a time. */
  async start(viewer: Viewer, order: SchedulingOrder): Promise<StartSchedulingResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { eventId, organizationId, clientMutationId } = order;
    const key = { actorId: viewer.userId, operation: 'startScheduling', clientMutationId };
    try {
      return await this.transactions.run(async () => {
        const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
        if (event.cancelledAt || !(await this.book.isSchedulable(eventId, this.clock.now())))
          return new NothingToScheduleError();
        const { id } = await this.clientMutations.once(key, () => this.order(order));
        const run = await this.book.runs.find(id);
        if (run?.eventId !== eventId) throw new NotFoundError();
        return new StartSchedulingPayload(run);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'scheduling_run_one_per_event') return new SchedulingActiveError();
      throw error;
    }
  }

  /** Ends a run: at once while it waits, or when its worker hears of it. Twice the same is once. */
  cancel(
    viewer: Viewer,
    { runId, organizationId, keepBest }: SchedulingEnd,
  ): Promise<CancelSchedulingResult> {
    return this.transactions.run(async () => {
      const run = await this.book.runs.lock(runId);
      if (!run) throw new NotFoundError();
      await this.own.shareEvent(viewer, { id: run.eventId, organizationId });
      if (run.state === SchedulingState.CANCELLED) return new CancelSchedulingPayload(run);
      if (run.finishedAt) return new SchedulingStateError(run.state);
      const isWaiting = run.state === SchedulingState.QUEUED || this.book.isSilent(run, this.clock.now());
      if (isWaiting) await this.book.close(run, SchedulingState.CANCELLED, this.clock.now());
      else await this.book.ask(run, keepBest ? SchedulingStop.KEEP : SchedulingStop.DISCARD);
      return new CancelSchedulingPayload(run);
    });
  }

  private async order({ eventId, mode, seconds }: SchedulingOrder): Promise<string> {
    const now = this.clock.now();
    await this.book.closeAbandoned(eventId, now);
    const run = Object.assign(new SchedulingRun(), {
      id: newId(),
      eventId,
      mode,
      state: SchedulingState.QUEUED,
      phase: SchedulingPhase.PREPARING,
      seconds,
      meetings: 0,
      bound: null,
      figures: null,
      advice: [],
      failure: null,
      stop: null,
      attempts: 0,
      claim: null,
      heartbeatAt: null,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
    });
    await this.book.open(run);
    await this.jobs.enqueue(RUN_SCHEDULING, { runId: run.id });
    return run.id;
  }
}
