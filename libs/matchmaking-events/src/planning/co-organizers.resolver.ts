import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { takesPart } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import type { OwnEvent } from '../events/own-events.service.js';
import {
  AnswerCoOrganizerInvitationInput,
  AnswerCoOrganizerInvitationResult,
  InviteCoOrganizerInput,
  InviteCoOrganizerResult,
  RemoveCoOrganizerInput,
  RemoveCoOrganizerResult,
} from './co-organizers.graphql.js';
import { CoOrganizersService } from './co-organizers.service.js';

/** Who organizes an event together. */
@Resolver(() => MatchmakingEventType)
export class CoOrganizersResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly service: CoOrganizersService,
  ) {}

  @ResolveField(() => [OrganizationType], { description: 'Who organizes it together with the organizer.' })
  coOrganizers(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[]> {
    return this.named(event.coOrganizerIds, loaders);
  }

  @ResolveField(() => [OrganizationType], {
    description:
      'Who was asked to organize it, too, and has not answered; for those who organize it or were asked.',
  })
  async invitedCoOrganizers(
    @Parent() event: MatchmakingEvent,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[]> {
    return takesPart(viewer, event) ? this.named(event.invitedCoOrganizerIds, loaders) : [];
  }

  @Mutation(() => InviteCoOrganizerResult, {
    description: 'Asks an organization to organize an event, too. Owners and editors of the organizer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  inviteCoOrganizer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) input: InviteCoOrganizerInput,
  ): Promise<InviteCoOrganizerResult> {
    return this.service.inviteCoOrganizer(viewer, own(input), keyOf(input.organizationId, 'Organization'));
  }

  @Mutation(() => AnswerCoOrganizerInvitationResult, {
    description: 'Says whether an organization takes part in organizing. Its owners and editors.',
  })
  @Access('owners and editors of the acting organization, which was asked', 'SIGNED_IN')
  answerCoOrganizerInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: AnswerCoOrganizerInvitationInput,
  ): Promise<AnswerCoOrganizerInvitationResult> {
    return this.service.answerInvitation(viewer, own(input), input.accept);
  }

  @Mutation(() => RemoveCoOrganizerResult, {
    description: 'Ends the part of a co-organizer. Owners and editors of the organizer, or of who leaves.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  removeCoOrganizer(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who.' }) input: RemoveCoOrganizerInput,
  ): Promise<RemoveCoOrganizerResult> {
    return this.service.removeCoOrganizer(viewer, own(input), keyOf(input.organizationId, 'Organization'));
  }

  private async named(ids: readonly string[], loaders: LoaderScope): Promise<OrganizationType[]> {
    const found = await Promise.all(ids.map((id) => this.organizations.loadOrganization(loaders, id)));
    return found.filter((organization) => organization !== null);
  }
}

function own(input: { eventId: string; actingOrganizationId: string }): OwnEvent {
  return {
    id: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
