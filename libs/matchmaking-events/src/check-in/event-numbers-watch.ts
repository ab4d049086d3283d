import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { mayReadDesk } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { EventNumbersFeed } from './event-numbers-feed.js';

/** Watching the numbers of an event, for members of those who organize it. */
@Injectable()
export class EventNumbersWatch {
  constructor(
    private readonly events: MatchmakingEventsRepository,
    private readonly feed: EventNumbersFeed,
  ) {}

  /** The event while the viewer may see its numbers, null otherwise. */
  async find(viewer: Viewer, eventId: string): Promise<MatchmakingEvent | null> {
    const event = await this.events.findEvent(eventId);
    return event && mayReadDesk(viewer, event) ? event : null;
  }

  /** That its numbers are watched from now on, and each time that they have changed; throws NOT_FOUND for those who may not see them. */
  async watch(viewer: Viewer, eventId: string): Promise<AsyncIterableIterator<string>> {
    if (!(await this.find(viewer, eventId))) throw new NotFoundError();
    return this.feed.of(eventId, eventId);
  }
}
