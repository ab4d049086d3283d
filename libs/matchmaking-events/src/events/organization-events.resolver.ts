import { CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, PageArgs } from '@app/kernel';
import { Organization, OrganizationType } from '@app/organizations';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEventConnectionType, type MatchmakingEventType } from './matchmaking-event.type.js';
import { MatchmakingEventsService } from './matchmaking-events.service.js';

/** What an organization organizes. */
@Resolver(() => OrganizationType)
export class OrganizationEventsResolver {
  constructor(private readonly calendar: MatchmakingEventsService) {}

  @ResolveField(() => MatchmakingEventConnectionType, {
    description: 'Events that it organizes, the latest first; those never announced for its members only.',
  })
  matchmakingEvents(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: PageArgs,
  ): Promise<Connection<MatchmakingEventType>> {
    return this.calendar.findOrganizedEvents(viewer, organization.id, args);
  }
}
