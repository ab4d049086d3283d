import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { EventRegistrationsReader, EventRepresentativesReader } from '@app/matchmaking-events';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingSlotType, MeetingTableType } from '../grid/meeting-grid.graphql.js';
import { MeetingSlotLoader, MeetingTableLoader } from '../grid/meeting-grid.loaders.js';
import { MeetingsService, type MeetingStep } from './meetings.service.js';
import type { Meeting } from './meeting.entity.js';
import {
  CancelMeetingInput,
  CancelMeetingResult,
  EventMeetingsArgs,
  MeetingConnectionType,
  MeetingPersonType,
  MeetingTimesArgs,
  MeetingType,
  MyMeetingsArgs,
  RescheduleMeetingInput,
  RescheduleMeetingResult,
  SetMeetingLockInput,
  SetMeetingLockResult,
  SwapMeetingsInput,
  SwapMeetingsResult,
} from './meeting.graphql.js';

/** What a meeting shows beside its columns. */
@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
    private readonly slots: MeetingSlotLoader,
    private readonly tables: MeetingTableLoader,
    private readonly people: EventRepresentativesReader,
  ) {}

  @ResolveField(() => ID, { description: 'Id, for a change.' })
  id(@Parent() meeting: Meeting): string {
    return encodeGlobalId('Meeting', meeting.id);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The buyer; null without a profile.' })
  buyer(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(meeting.buyerRegistrationId, loaders);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'The supplier; null without a profile.',
  })
  supplier(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(meeting.supplierRegistrationId, loaders);
  }

  @ResolveField(() => MeetingSlotType, { description: 'When.' })
  slot(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<MeetingSlotType> {
    return present(this.slots.load(loaders, meeting.slotId));
  }

  @ResolveField(() => MeetingTableType, { description: 'Where.' })
  table(@Parent() meeting: Meeting, @Loaders() loaders: LoaderScope): Promise<MeetingTableType> {
    return present(this.tables.load(loaders, meeting.tableId));
  }

  @ResolveField(() => MeetingPersonType, { nullable: true, description: 'Who sits on the buyer’s side.' })
  buyerPerson(
    @Parent() meeting: Meeting,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingPersonType | null> {
    return this.people.loadRepresentative(loaders, meeting.buyerRepresentativeId);
  }

  @ResolveField(() => MeetingPersonType, { nullable: true, description: 'Who sits on the supplier’s side.' })
  supplierPerson(
    @Parent() meeting: Meeting,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingPersonType | null> {
    return this.people.loadRepresentative(loaders, meeting.supplierRepresentativeId);
  }

  private async organizationOf(
    registrationId: string,
    loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, registrationId);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }
}

/** Ids of those who sit in meetings. */
@Resolver(() => MeetingPersonType)
export class MeetingPersonFieldsResolver {
  @ResolveField(() => ID, { description: 'Id of the representative.' })
  id(@Parent() person: MeetingPersonType): string {
    return encodeGlobalId('EventRepresentative', person.id);
  }
}

async function present<T>(loaded: Promise<T | null>): Promise<T> {
  const thing = await loaded;
  if (thing === null) throw new Error('a meeting names something that is gone');
  return thing;
}

/** 1:1 meetings at events. */
@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(private readonly meetings: MeetingsService) {}

  @Query(() => MeetingConnectionType, {
    description: 'Meetings of an event, the first first. Members of those who organize it.',
  })
  @Access('members of those who organize the event', 'SIGNED_IN')
  eventMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args() args: EventMeetingsArgs,
  ): Promise<Connection<MeetingType>> {
    return this.meetings.findEventMeetings(viewer, keyOf(args.eventId, 'MatchmakingEvent'), args);
  }

  @Query(() => MeetingConnectionType, {
    description: 'Meetings of an organization at an event, the first first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyMeetingsArgs,
  ): Promise<Connection<MeetingType>> {
    return this.meetings.findOwnMeetings(viewer, participant(args), args);
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
    return this.meetings.findFreeSlots(viewer, keyOf(meetingId, 'Meeting'));
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
    return this.meetings.rescheduleMeeting(viewer, {
      ...step(input),
      slotId: keyOf(input.slotId, 'MeetingSlot'),
    });
  }

  @Mutation(() => SwapMeetingsResult, {
    description: 'Lets two meetings of an event change places. Owners and editors of the organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  swapMeetings(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which two.' }) input: SwapMeetingsInput,
  ): Promise<SwapMeetingsResult> {
    return this.meetings.swapMeetings(viewer, {
      ...step(input),
      otherId: keyOf(input.otherMeetingId, 'Meeting'),
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
    return this.meetings.setMeetingLock(viewer, { ...step(input), locked: input.locked });
  }

  @Mutation(() => CancelMeetingResult, {
    description: 'Calls a meeting off. Owners and editors of the two and of the organizers.',
  })
  @Access('owners and editors of the acting organization, which meets or organizes', 'SIGNED_IN')
  cancelMeeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and why.' }) input: CancelMeetingInput,
  ): Promise<CancelMeetingResult> {
    return this.meetings.cancelMeeting(viewer, { ...step(input), reason: input.reason?.trim() || null });
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
