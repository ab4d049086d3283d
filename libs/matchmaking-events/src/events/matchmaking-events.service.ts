import type { Viewer } from '@app/identity';
import { BadInputError, type Connection } from '@app/kernel';
import { Classification } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { maySeeEvent, maySeeUnannounced } from './matchmaking-event.policy.js';
import { type EventFilter, MatchmakingEventsRepository } from './matchmaking-events.repository.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Reading events: everybody what was announced, members everything of their own. */
@Injectable()
export class MatchmakingEventsService {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly classification: Classification,
  ) {}

  /** An event if the viewer may see it. */
  async findEvent(viewer: Viewer, id: string): Promise<MatchmakingEvent | null> {
    const event = await this.repository.findEvent(id);
    return event && maySeeEvent(viewer, event) ? event : null;
  }

  /** A page of the public calendar, the earliest first; throws PERIOD_UPSIDE_DOWN and UNKNOWN_REGION. */
  findAnnouncedEvents(wish: EventFilter & PageWish): Promise<Connection<MatchmakingEvent>> {
    const { from, to } = wish;
    if (from && to && from >= to) throw new BadInputError('PERIOD_UPSIDE_DOWN', {}, ['from', 'to']);
    const regionCode = wish.regionCode && this.classification.regionCode(wish.regionCode, 'regionCode');
    const { industryCode } = wish;
    if (industryCode) this.classification.industryCode(industryCode, 'industryCode');
    return this.repository.findAnnouncedEvents({ ...wish, regionCode }, wish);
  }

  /** A page of an organization's events, the latest first. */
  findOrganizedEvents(
    viewer: Viewer,
    organizationId: string,
    wish: PageWish,
  ): Promise<Connection<MatchmakingEvent>> {
    return this.repository.findOrganizedEvents(
      organizationId,
      !maySeeUnannounced(viewer, organizationId),
      wish,
    );
  }

  /** The announced editions of series, the earliest first. */
  findAnnouncedEditions(seriesIds: readonly string[]): Promise<MatchmakingEvent[]> {
    return this.repository.findAnnouncedEditions(seriesIds);
  }
}
