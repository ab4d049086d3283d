import { Loaders } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import {
  EventRegistrationsReader,
  EventRepresentativesReader,
  MatchmakingEventType,
} from '@app/matchmaking-events';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Meeting } from './meeting.entity.js';
import {
  MeetingSlotLoader,
  MeetingSlotsLoader,
  MeetingTableLoader,
  MeetingTablesLoader,
} from './meeting.loaders.js';
import { MeetingPersonType, MeetingSlotType, MeetingTableType, MeetingType } from './meeting.type.js';

/** What a meeting shows beside its columns. */
@Resolver(() => MeetingType)
export class MeetingFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsLoader,
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
      ? this.organizations.load(loaders, registration.organizationId)
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

/** Ids of slots. */
@Resolver(() => MeetingSlotType)
export class MeetingSlotFieldsResolver {
  @ResolveField(() => ID, { description: 'Id, for a request.' })
  id(@Parent() slot: MeetingSlotType): string {
    return encodeGlobalId('MeetingSlot', slot.id);
  }
}

/** Ids of tables. */
@Resolver(() => MeetingTableType)
export class MeetingTableFieldsResolver {
  @ResolveField(() => ID, { description: 'Id.' })
  id(@Parent() place: MeetingTableType): string {
    return encodeGlobalId('MeetingTable', place.id);
  }
}

/** The grid of an event. */
@Resolver(() => MatchmakingEventType)
export class EventMeetingGridResolver {
  constructor(
    private readonly slots: MeetingSlotsLoader,
    private readonly tables: MeetingTablesLoader,
  ) {}

  @ResolveField(() => [MeetingSlotType], { description: 'In which slots 1:1 meetings take place.' })
  meetingSlots(
    @Parent() event: MatchmakingEventType & { id: string },
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingSlotType[]> {
    return this.slots.load(loaders, event.id);
  }

  @ResolveField(() => [MeetingTableType], { description: 'At which tables 1:1 meetings take place.' })
  meetingTables(
    @Parent() event: MatchmakingEventType & { id: string },
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingTableType[]> {
    return this.tables.load(loaders, event.id);
  }
}

async function present<T>(loaded: Promise<T | null>): Promise<T> {
  const thing = await loaded;
  if (thing === null) throw new Error('a meeting names something that is gone');
  return thing;
}
