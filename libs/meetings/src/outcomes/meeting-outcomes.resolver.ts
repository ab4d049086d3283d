import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import {
  EventNumbersType,
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  ParticipantRole,
} from '@app/matchmaking-events';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingType } from '../booking/meeting.graphql.js';
import { MeetingOutcomesService } from './meeting-outcomes.service.js';
import {
  ClaimMeetingOutcomeInput,
  ClaimMeetingOutcomeResult,
  EndOutcomeThreadInput,
  EndOutcomeThreadResult,
  MeetingFeedbackType,
  MeetingNumbersType,
  MeetingOutcomeType,
  OutcomeFiguresType,
  RateMeetingInput,
  RateMeetingResult,
  RecordMeetingAttendanceInput,
  RecordMeetingAttendanceResult,
} from './meeting-outcome.graphql.js';
import {
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
  MeetingThreadEndsLoader,
  OutcomeFiguresLoader,
} from './meeting-outcome.loaders.js';

/** Whether more is to come of meetings. */
@Resolver(() => MeetingType)
export class OutcomeThreadResolver {
  constructor(
    private readonly service: MeetingOutcomesService,
    private readonly ends: MeetingThreadEndsLoader,
  ) {}

  @ResolveField(() => [ParticipantRole], { description: 'Sides that say that nothing more will come of it.' })
  async threadEndedBy(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<string[]> {
    return (await this.ends.load(loaders, meeting.id)).map(({ role }) => role);
  }

  @Mutation(() => EndOutcomeThreadResult, {
    description:
      'Says that nothing more will come of a meeting, so that this side is not asked again. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  endOutcomeThread(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: EndOutcomeThreadInput,
  ): Promise<EndOutcomeThreadResult> {
    return this.service.endThread(viewer, {
      id: keyOf(input.meetingId, 'Meeting'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      ended: input.ended,
    });
  }
}

/** What outcomes add to the numbers of an event. */
@Resolver(() => EventNumbersType)
export class EventOutcomeFiguresResolver {
  constructor(private readonly figures: OutcomeFiguresLoader) {}

  @ResolveField(() => [OutcomeFiguresType], { description: 'What came of its meetings, by kind.' })
  outcomes(
    @Parent() { eventKey }: EventNumbersType,
    @Loaders() loaders: LoaderScope,
  ): Promise<OutcomeFiguresType[]> {
    return this.figures.load(loaders, eventKey);
  }
}

/** What comes of meetings. */
@Resolver(() => MeetingType)
export class MeetingOutcomesResolver {
  constructor(
    private readonly service: MeetingOutcomesService,
    private readonly claimed: MeetingOutcomesLoader,
    private readonly said: MeetingFeedbackLoader,
    private readonly registrations: EventRegistrationsReader,
    private readonly events: MatchmakingEventsReader,
  ) {}

  @ResolveField(() => [ParticipantRole], { description: 'Sides that did not come.' })
  absent(@Parent() { absentRoles }: Meeting): string[] {
    return absentRoles;
  }

  @ResolveField(() => [MeetingOutcomeType], { description: 'What came of it, as far as somebody claims it.' })
  outcomes(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<MeetingOutcomeType[]> {
    return this.claimed.load(loaders, meeting.id);
  }

  @ResolveField(() => [MeetingFeedbackType], {
    description: 'What is said of it: by one’s own side, or to organizers by both.',
  })
  async feedback(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingFeedbackType[]> {
    const said = await this.said.load(loaders, meeting.id);
    const event = await this.events.loadEvent(loaders, meeting.eventId);
    if (event && mayReadDesk(viewer, event)) return said;
    const sides = await Promise.all(
      [meeting.buyerRegistrationId, meeting.supplierRegistrationId].map((id) =>
        this.registrations.loadRegistration(loaders, id),
      ),
    );
    const own = sides.filter((side) => side?.organizationId && viewer.memberOf(side.organizationId));
    return said.filter(({ role }) => own.some((side) => side?.role === role));
  }

  @Mutation(() => RecordMeetingAttendanceResult, {
    description: 'Notes who came to a meeting; the last word counts. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  recordMeetingAttendance(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who.' }) input: RecordMeetingAttendanceInput,
  ): Promise<RecordMeetingAttendanceResult> {
    return this.service.recordAttendance(viewer, { ...step(input), absent: input.absent });
  }

  @Mutation(() => ClaimMeetingOutcomeResult, {
    description:
      'Claims what came of a meeting, or takes the claim back; what both claim is confirmed. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  claimMeetingOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What.' }) input: ClaimMeetingOutcomeInput,
  ): Promise<ClaimMeetingOutcomeResult> {
    const { kind, claimed, amount = null } = input;
    return this.service.claimOutcome(viewer, { ...step(input), kind, claimed, amount });
  }

  @Mutation(() => RateMeetingResult, {
    description: 'Says how a meeting was, to the organizers. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  rateMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'How.' }) input: RateMeetingInput,
  ): Promise<RateMeetingResult> {
    const { rating, comment } = input;
    return this.service.rateMeeting(viewer, { ...step(input), rating, comment: comment?.trim() || null });
  }
}

/** Who claims an outcome. */
@Resolver(() => MeetingOutcomeType)
export class MeetingOutcomeFieldsResolver {
  @ResolveField(() => Boolean, { description: 'Whether the buyer claims it.' })
  claimedByBuyer(@Parent() { claimedByBuyerAt }: MeetingOutcomeType): boolean {
    return claimedByBuyerAt !== null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the supplier claims it.' })
  claimedBySupplier(@Parent() { claimedBySupplierAt }: MeetingOutcomeType): boolean {
    return claimedBySupplierAt !== null;
  }
}

/** What meetings add to the numbers of an event. */
@Resolver(() => EventNumbersType)
export class EventMeetingNumbersResolver {
  constructor(private readonly numbers: MeetingNumbersLoader) {}

  @ResolveField(() => MeetingNumbersType, { description: 'What its meetings came to.' })
  async meetings(
    @Parent() { eventKey }: EventNumbersType,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingNumbersType> {
    const numbers = await this.numbers.load(loaders, eventKey);
    if (!numbers) throw new Error('the numbers of every event are counted');
    return numbers;
  }
}

function step(input: { meetingId: string; actingOrganizationId: string }) {
  return {
    id: keyOf(input.meetingId, 'Meeting'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
