import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import { EventNumbersType, ParticipantRole } from '@app/matchmaking-events';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingType } from '../booking/meeting.type.js';
import { MeetingAftermath } from './meeting-aftermath.js';
import { MeetingThreadEndsLoader, OutcomeFiguresLoader } from './meeting-outcome.loaders.js';
import { EndOutcomeThreadInput, EndOutcomeThreadResult, OutcomeFiguresType } from './outcome-thread.types.js';

/** Whether more is to come of meetings. */
@Resolver(() => MeetingType)
export class OutcomeThreadResolver {
  constructor(
    private readonly aftermath: MeetingAftermath,
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
    return this.aftermath.end(viewer, {
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
