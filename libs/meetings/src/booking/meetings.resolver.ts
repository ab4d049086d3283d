import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangeMeeting, type MeetingStep } from './change-meeting.js';
import {
  CancelMeetingInput,
  EventMeetingsArgs,
  MeetingTimesArgs,
  MyMeetingsArgs,
  RescheduleMeetingInput,
  SetMeetingGridInput,
  SwapMeetingsInput,
} from './dto/meeting.input.js';
import {
  CancelMeetingResult,
  RescheduleMeetingResult,
  SetMeetingGridResult,
  SwapMeetingsResult,
} from './meeting.results.js';
import { MeetingConnectionType, MeetingSlotType, MeetingType } from './meeting.type.js';
import { MeetingTimes } from './meeting-times.js';
import { MeetingsService } from './meetings.service.js';
import { SetMeetingGrid } from './set-meeting-grid.js';

/** 1:1 meetings at events. */
@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly changes: ChangeMeeting,
    private readonly grid: SetMeetingGrid,
    private readonly times: MeetingTimes,
  ) {}

  @Query(() => MeetingConnectionType, {
    description: 'Meetings of an event, the first first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventMeetingsArgs,
  ): Promise<Connection<MeetingType>> {
    return this.meetings.ofEvent(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Query(() => MeetingConnectionType, {
    description: 'Meetings of an organization at an event, the first first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingType>> {
    return this.meetings.ofParticipant(viewer, participant(args), args);
  }

  @Query(() => [MeetingSlotType], {
    description:
      'Slots ahead in which a meeting could take place instead: its two persons and a table are free. Members of the two and of those who organize the event.',
  })
  @Access('members of the two, and of those who organize the event', 'SIGNED_IN')
  meetingTimes(
    @CurrentViewer() viewer: Viewer,
    @Args() { meetingId }: MeetingTimesArgs,
  ): Promise<MeetingSlotType[]> {
    return this.times.of(viewer, keyOf(meetingId, 'Meeting'));
  }

  @Mutation(() => SetMeetingGridResult, {
    description:
      'Says in which slots and at which tables meetings take place. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setMeetingGrid(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Slots and tables.' }) input: SetMeetingGridInput,
  ): Promise<SetMeetingGridResult> {
    const { slots, tables, discardProvisional } = input;
    return this.grid.set(viewer, {
      ...participant(input),
      slots,
      tables: tables.map((label) => label.trim()),
      discardProvisional,
    });
  }

  @Mutation(() => RescheduleMeetingResult, {
    description:
      'Moves a meeting to another slot. Owners and editors of the organizers; the two propose times to each other.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  rescheduleMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What, and when.' }) input: RescheduleMeetingInput,
  ): Promise<RescheduleMeetingResult> {
    return this.changes.reschedule(viewer, { ...step(input), slotId: keyOf(input.slotId, 'MeetingSlot') });
  }

  @Mutation(() => SwapMeetingsResult, {
    description: 'Lets two meetings of an event change places. Owners and editors of the organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  swapMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which two.' }) input: SwapMeetingsInput,
  ): Promise<SwapMeetingsResult> {
    return this.changes.swap(viewer, { ...step(input), otherId: keyOf(input.otherMeetingId, 'Meeting') });
  }

  @Mutation(() => CancelMeetingResult, {
    description: 'Calls a meeting off. Owners and editors of the two and of the organizers.',
  })
  @Access('owners and editors of the acting organization, which meets or organizes', 'SIGNED_IN')
  cancelMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and why.' }) input: CancelMeetingInput,
  ): Promise<CancelMeetingResult> {
    return this.changes.cancel(viewer, { ...step(input), reason: input.reason?.trim() || null });
  }
}

function step(input: { meetingId: string; actingOrganizationId: string }): MeetingStep {
  return {
    id: keyOf(input.meetingId, 'Meeting'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

function participant(input: { eventId: string; actingOrganizationId: string }) {
  return {
    eventId: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
