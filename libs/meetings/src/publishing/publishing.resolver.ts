import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MeetingMovesArgs, PublishScheduleInput, SetMeetingLockInput } from './dto/publishing.input.js';
import { LockMeeting } from './lock-meeting.js';
import { MeetingMoves } from './meeting-moves.js';
import { PublishSchedule } from './publish-schedule.js';
import { PublishScheduleResult, SetMeetingLockResult } from './publishing.results.js';
import { MeetingMoveType } from './publishing.type.js';

/** From the provisional schedule to the published one. */
@Resolver()
export class PublishingResolver {
  constructor(
    private readonly publishing: PublishSchedule,
    private readonly locks: LockMeeting,
    private readonly moves: MeetingMoves,
  ) {}

  @Query(() => [MeetingMoveType], {
    description:
      'For each slot of the event the rules that a meeting would break there. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  meetingMoves(
    @CurrentViewer() viewer: Viewer,
    @Args() { meetingId }: MeetingMovesArgs,
  ): Promise<MeetingMoveType[]> {
    return this.moves.of(viewer, keyOf(meetingId, 'Meeting'));
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
    return this.publishing.publish(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
    });
  }

  @Mutation(() => SetMeetingLockResult, {
    description:
      'Says whether a meeting stays where it is, whatever the scheduler does. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setMeetingLock(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) input: SetMeetingLockInput,
  ): Promise<SetMeetingLockResult> {
    return this.locks.set(viewer, {
      id: keyOf(input.meetingId, 'Meeting'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      locked: input.locked,
    });
  }
}
