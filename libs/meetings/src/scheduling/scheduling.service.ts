import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { MatchmakingEventsReader, mayReadDesk, maySeeEvent } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { SchedulingFeed } from './scheduling-feed.js';
import type { SchedulingLeftOut, SchedulingRun } from './scheduling-run.entity.js';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import type { LeftOutCause } from './scheduling.enums.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Reading runs of the scheduler, for members of those who organize the event. */
@Injectable()
export class SchedulingService {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly runs: SchedulingRunsRepository,
    private readonly feed: SchedulingFeed,
  ) {}

  /** The runs of an event, the latest first; throws FORBIDDEN for those who do not organize it. */
  async ofEvent(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<SchedulingRun>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.runs.page(eventId, wish);
  }

  /** A run if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<SchedulingRun | null> {
    const run = await this.runs.find(id);
    const event = run && (await this.events.findEvent(run.eventId));
    return event && mayReadDesk(viewer, event) ? run : null;
  }

  /** What a run left out; whoever holds a run was allowed to see it. */
  leftOut(
    filter: { runId: string; cause?: LeftOutCause | null },
    wish: PageWish,
  ): Promise<Connection<SchedulingLeftOut>> {
    return this.runs.leftOutPage(filter, wish);
  }

  /** That a run has got on, from now on; throws NOT_FOUND for those who may not see it. */
  async watch(viewer: Viewer, id: string): Promise<AsyncIterableIterator<string>> {
    if (!(await this.find(viewer, id))) throw new NotFoundError();
    return this.feed.of(id);
  }
}
