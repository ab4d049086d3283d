import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  MeetingMovesArgs,
  MeetingMoveType,
  PublishScheduleInput,
  PublishScheduleResult,
} from './publishing.graphql.js';
import { PublishingService } from './publishing.service.js';

/** From the provisional schedule to the published one. */
@Resolver()
export class PublishingResolver {
  constructor(private readonly publishing: PublishingService) {}

  @Query(() => [MeetingMoveType], {
    description:
      'For each slot of the event the rules that a meeting would break there. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  meetingMoves(
    @CurrentViewer() viewer: Viewer,
    @Args() { meetingId }: MeetingMovesArgs,
  ): Promise<MeetingMoveType[]> {
    return this.publishing.findMoves(viewer, keyOf(meetingId, 'Meeting'));
  }

  @Mutation(() => PublishScheduleResult, {
    description:
      'Publishes the provisional schedule and tells participants once. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  publishSchedule(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whose.' }) input: PublishScheduleInput,
  ): Promise<PublishScheduleResult> {
    return this.publishing.publishSchedule(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
    });
  }
}
