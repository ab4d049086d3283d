import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { MatchmakingEventType } from '@app/matchmaking-events';
import {
  MeetingSlotType,
  MeetingTableType,
  SetMeetingGridInput,
  SetMeetingGridResult,
} from './meeting-grid.graphql.js';
import { MeetingSlotsLoader, MeetingTablesLoader } from './meeting-grid.loaders.js';
import { MeetingGridService } from './meeting-grid.service.js';

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

/** Sets the grid of an event. */
@Resolver()
export class MeetingGridResolver {
  constructor(private readonly grid: MeetingGridService) {}

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
    return this.grid.setMeetingGrid(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      slots,
      tables: tables.map((label) => label.trim()),
      discardProvisional,
    });
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
