import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { EventRegistrationsReader } from '@app/matchmaking-events';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingRequestsService, type MeetingRequestStep } from './meeting-requests.service.js';
import { MeetingType, MyMeetingsArgs } from '../booking/meeting.graphql.js';
import { MeetingLoader } from '../booking/meeting.loaders.js';
import { MeetingSlotLoader } from '../grid/meeting-grid.loaders.js';
import { MeetingSlotType } from '../grid/meeting-grid.graphql.js';
import type { MeetingRequest } from './meeting-request.entity.js';
import {
  AcceptMeetingRequestInput,
  AcceptMeetingRequestResult,
  DeclineMeetingRequestInput,
  DeclineMeetingRequestResult,
  MeetingRequestConnectionType,
  MeetingRequestType,
  ProposeMeetingTimeInput,
  ProposeMeetingTimeResult,
  RequestMeetingInput,
  RequestMeetingResult,
} from './meeting-request.graphql.js';

/** How the two sides of an event agree on meetings. */
@Resolver(() => MeetingRequestType)
export class MeetingRequestsResolver {
  constructor(private readonly service: MeetingRequestsService) {}

  @Query(() => MeetingRequestConnectionType, {
    description:
      'What an organization has asked for at an event and was asked for, the latest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myMeetingRequests(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingRequestType>> {
    const eventId = keyOf(args.eventId, 'MatchmakingEvent');
    const organizationId = keyOf(args.actingOrganizationId, 'Organization');
    return this.service.findOwnRequests(viewer, { eventId, organizationId }, args);
  }

  @Mutation(() => RequestMeetingResult, {
    description:
      'Asks somebody of the other side for a meeting. Owners and editors of a confirmed participant.',
  })
  @Access('owners and editors of the acting organization, which takes part', 'SIGNED_IN')
  requestMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom, and when.' }) input: RequestMeetingInput,
  ): Promise<RequestMeetingResult> {
    return this.service.requestMeeting(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      withOrganizationId: keyOf(input.withOrganizationId, 'Organization'),
      slotId: keyOf(input.slotId, 'MeetingSlot'),
      message: input.message?.trim() || null,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => ProposeMeetingTimeResult, {
    description:
      'Proposes another time for a meeting to the other side; it stays where it is until they accept. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  proposeMeetingTime(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and when.' }) input: ProposeMeetingTimeInput,
  ): Promise<ProposeMeetingTimeResult> {
    return this.service.proposeMeetingTime(viewer, {
      meetingId: keyOf(input.meetingId, 'Meeting'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      slotId: keyOf(input.slotId, 'MeetingSlot'),
      message: input.message?.trim() || null,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => AcceptMeetingRequestResult, {
    description: 'Agrees to a meeting, or to another time for one. Owners and editors of who was asked.',
  })
  @Access('owners and editors of the acting organization, which was asked', 'SIGNED_IN')
  acceptMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: AcceptMeetingRequestInput,
  ): Promise<AcceptMeetingRequestResult> {
    return this.service.acceptRequest(viewer, step(input));
  }

  @Mutation(() => DeclineMeetingRequestResult, {
    description: 'Turns a meeting down. Owners and editors of who was asked.',
  })
  @Access('owners and editors of the acting organization, which was asked', 'SIGNED_IN')
  declineMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: DeclineMeetingRequestInput,
  ): Promise<DeclineMeetingRequestResult> {
    return this.service.declineRequest(viewer, step(input));
  }
}

function step(input: { requestId: string; actingOrganizationId: string }): MeetingRequestStep {
  return {
    id: keyOf(input.requestId, 'MeetingRequest'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

/** What a request shows beside its columns. */
@Resolver(() => MeetingRequestType)
export class MeetingRequestFieldsResolver {
  constructor(
    private readonly slots: MeetingSlotLoader,
    private readonly meetings: MeetingLoader,
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  @ResolveField(() => ID, { description: 'Id, for an answer.' })
  id(@Parent() request: MeetingRequest): string {
    return encodeGlobalId('MeetingRequest', request.id);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who asks.' })
  from(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(request.fromRegistrationId, loaders);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who is asked.' })
  to(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(request.toRegistrationId, loaders);
  }

  @ResolveField(() => MeetingSlotType, { description: 'When.' })
  async slot(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<MeetingSlotType> {
    const slot = await this.slots.load(loaders, request.slotId);
    if (!slot) throw new Error('a request names a slot that is gone');
    return slot;
  }

  @ResolveField(() => MeetingType, {
    nullable: true,
    description: 'The meeting that is to take place then instead; null when a new one is asked for.',
  })
  async meeting(
    @Parent() { meetingId }: MeetingRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingType | null> {
    return meetingId ? this.meetings.load(loaders, meetingId) : null;
  }

  private async organizationOf(id: string, loaders: LoaderScope): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, id);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }
}
