import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { Organization, OrganizationType } from '@app/organizations';
import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import {
  CalendarFeedType,
  CreateCalendarFeedPayload,
  RevokeCalendarFeedPayload,
} from './calendar-feed.graphql.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

/** The address of one's own calendar. */
@Resolver(() => CalendarFeedType)
export class CalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeedsService) {}

  @Query(() => CalendarFeedType, {
    nullable: true,
    description: 'The caller’s calendar feed, if there is one.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  myCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<CalendarFeedType | null> {
    return this.feeds.findFeed(viewer);
  }

  @Mutation(() => CreateCalendarFeedPayload, {
    description: 'Makes a new secret address for the caller’s calendar; the one of before is void.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  createCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<CreateCalendarFeedPayload> {
    return this.feeds.createFeed(viewer);
  }

  @Mutation(() => RevokeCalendarFeedPayload, {
    description: 'Takes the address of the caller’s calendar away.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  revokeCalendarFeed(@CurrentViewer() viewer: Viewer): Promise<RevokeCalendarFeedPayload> {
    return this.feeds.revokeFeed(viewer);
  }
}

/** Where the calendar of an event stands. */
@Resolver(() => MatchmakingEventType)
export class EventCalendarResolver {
  constructor(private readonly links: PublicLinks) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Address of its calendar, once it is announced.',
  })
  calendarUrl(@Parent() event: MatchmakingEvent): string | null {
    if (!event.announced) return null;
    return this.links.linkTo(`/calendar/events/${encodeGlobalId('MatchmakingEvent', event.id)}.ics`);
  }
}

/** Where the calendar of an organizer stands. */
@Resolver(() => OrganizationType)
export class OrganizationCalendarResolver {
  constructor(private readonly links: PublicLinks) {}

  @ResolveField(() => String, { description: 'Address of the calendar of its announced events.' })
  eventCalendarUrl(@Parent() { id }: Organization): string {
    return this.links.linkTo(`/calendar/organizers/${encodeGlobalId('Organization', id)}.ics`);
  }
}
