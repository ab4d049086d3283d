import { Jobs, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { MatchmakingEventsReader, mayReadDesk, maySeeEvent, OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { type SchedulingLeftOut, SchedulingRun } from './scheduling-run.entity.js';
import { SchedulingFeed, SchedulingRunWriter } from './scheduling-run.writer.js';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import {
  type LeftOutCause,
  type SchedulingMode,
  SchedulingState,
  SchedulingStop,
} from './scheduling.enums.js';
import {
  CancelSchedulingPayload,
  type CancelSchedulingResult,
  StartSchedulingPayload,
  type StartSchedulingResult,
} from './scheduling.graphql.js';
import { RUN_SCHEDULING } from './scheduling.jobs.js';
import { NothingToScheduleError, SchedulingActiveError, SchedulingStateError } from './scheduling.texts.js';

/** A schedule that is wanted; the caller acts for `organizationId`. */
export interface SchedulingOrder {
  readonly eventId: string;
  readonly organizationId: string;
  readonly mode: SchedulingMode;
  /** How long the solver may work. */
  readonly seconds: number;
  readonly clientMutationId?: string | null;
}

/** A run to be stopped; the caller acts for `organizationId`. */
export interface SchedulingEnd {
  readonly runId: string;
  readonly organizationId: string;
  /** Whether the best schedule found so far is kept. */
  readonly keepBest: boolean;
}

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Starts, cancels and lists runs of the scheduler, for those who organize the event. */
@Injectable()
export class SchedulingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly own: OwnEventsService,
    private readonly events: MatchmakingEventsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly runs: SchedulingRunsRepository,
    private readonly writer: SchedulingRunWriter,
    private readonly feed: SchedulingFeed,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** The runs of an event, the latest first; throws FORBIDDEN for those who do not organize it. */
  async findEventRuns(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<SchedulingRun>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.runs.findRunPage(eventId, wish);
  }

  /** A run if the viewer may see it. */
  async findRun(viewer: Viewer, id: string): Promise<SchedulingRun | null> {
    const run = await this.runs.findRun(id);
    const event = run && (await this.events.findEvent(run.eventId));
    return event && mayReadDesk(viewer, event) ? run : null;
  }

  /** The pairs that a run left out. The caller has loaded the run, so the viewer may see it. */
  findLeftOut(
    filter: { runId: string; cause?: LeftOutCause | null },
    wish: PageWish,
  ): Promise<Connection<SchedulingLeftOut>> {
    return this.runs.findLeftOutPage(filter, wish);
  }

  /** Emits the id of a run whenever it makes progress; throws NOT_FOUND for those who may not see it. */
  async watchRun(viewer: Viewer, id: string): Promise<AsyncIterableIterator<string>> {
    if (!(await this.findRun(viewer, id))) throw new NotFoundError();
    return this.feed.of(id);
  }

  /** Starts a run. A unique key lets an event have one active run. */
  async startScheduling(viewer: Viewer, order: SchedulingOrder): Promise<StartSchedulingResult> {
    viewer.requireUserId();
    const { eventId, organizationId, clientMutationId } = order;
    return this.runner.runChange<StartSchedulingResult>(
      async () => {
        const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
        if (event.cancelledAt || !(await this.isSchedulable(eventId))) return new NothingToScheduleError();
        return this.runner.runCreation<StartSchedulingResult>(viewer, {
          operation: 'startScheduling',
          clientMutationId,
          create: () => this.enqueueRun(order),
          present: async (id) => {
            const run = await this.runs.findRun(id);
            if (run?.eventId !== eventId) throw new NotFoundError();
            return new StartSchedulingPayload(run);
          },
        });
      },
      { scheduling_run_one_per_event: () => new SchedulingActiveError() },
    );
  }

  /** Cancels a waiting run at once, and asks the worker of a running one to stop. A second call changes nothing. */
  cancelScheduling(
    viewer: Viewer,
    { runId, organizationId, keepBest }: SchedulingEnd,
  ): Promise<CancelSchedulingResult> {
    return this.transactions.run(async () => {
      const run = await this.runs.lockRun(runId);
      if (!run) throw new NotFoundError();
      await this.own.shareEvent(viewer, { id: run.eventId, organizationId });
      if (run.state === SchedulingState.CANCELLED) return new CancelSchedulingPayload(run);
      if (run.finishedAt) return new SchedulingStateError(run.state);
      const now = this.clock.now();
      if (run.hasWorker(now)) {
        run.requestStop(keepBest ? SchedulingStop.KEEP : SchedulingStop.DISCARD);
        await this.runs.saveRun(run);
      } else {
        run.end(SchedulingState.CANCELLED, now);
        await this.writer.saveEndedRun(run);
      }
      return new CancelSchedulingPayload(run);
    });
  }

  private async enqueueRun({ eventId, mode, seconds }: SchedulingOrder): Promise<string> {
    const now = this.clock.now();
    const active = await this.runs.lockActiveRun(eventId);
    if (active) await this.writer.closeAbandonedRun(active, now);
    const run = SchedulingRun.create({ eventId, mode, seconds }, now);
    await this.writer.insertRun(run);
    await this.jobs.enqueue(RUN_SCHEDULING, { runId: run.id });
    return run.id;
  }

  /** Whether an event has tables and a future slot. */
  private async isSchedulable(eventId: string): Promise<boolean> {
    const slots = await this.grids.findSlots([eventId]);
    const tables = await this.grids.findTables([eventId]);
    const now = this.clock.now();
    return tables.length > 0 && slots.some(({ startsAt }) => startsAt > now);
  }
}
