import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnswerMeetingRequest, type MeetingRequestStep } from './answer-meeting-request.js';
import {
  AcceptMeetingRequestInput,
  DeclineMeetingRequestInput,
  MyMeetingsArgs,
  ProposeMeetingTimeInput,
  RequestMeetingInput,
} from './dto/meeting.input.js';
import {
  AcceptMeetingRequestResult,
  DeclineMeetingRequestResult,
  ProposeMeetingTimeResult,
  RequestMeetingResult,
} from './meeting.results.js';
import { MeetingRequestConnectionType, MeetingRequestType } from './meeting.type.js';
import { MeetingsService } from './meetings.service.js';
import { ProposeMeetingTime } from './propose-meeting-time.js';
import { RequestMeeting } from './request-meeting.js';

/** How the two sides of an event agree on meetings. */
@Resolver(() => MeetingRequestType)
export class MeetingRequestsResolver {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly requesting: RequestMeeting,
    private readonly proposing: ProposeMeetingTime,
    private readonly answers: AnswerMeetingRequest,
  ) {}

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
    return this.meetings.requestsOf(viewer, { eventId, organizationId }, args);
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
    return this.requesting.request(viewer, {
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
    return this.proposing.propose(viewer, {
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
    return this.answers.accept(viewer, step(input));
  }

  @Mutation(() => DeclineMeetingRequestResult, {
    description: 'Turns a meeting down. Owners and editors of who was asked.',
  })
  @Access('owners and editors of the acting organization, which was asked', 'SIGNED_IN')
  declineMeetingRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: DeclineMeetingRequestInput,
  ): Promise<DeclineMeetingRequestResult> {
    return this.answers.decline(viewer, step(input));
  }
}

function step(input: { requestId: string; actingOrganizationId: string }): MeetingRequestStep {
  return {
    id: keyOf(input.requestId, 'MeetingRequest'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
