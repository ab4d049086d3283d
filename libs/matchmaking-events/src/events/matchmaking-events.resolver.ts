import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangeMatchmakingEvent } from './change-matchmaking-event.js';
import { CreateMatchmakingEvent } from './create-matchmaking-event.js';
import { CreateMatchmakingEventInput } from './dto/create-matchmaking-event.input.js';
import { CancelMatchmakingEventInput, PublishMatchmakingEventInput } from './dto/event-step.input.js';
import { MatchmakingEventsArgs } from './dto/matchmaking-events.args.js';
import { UpdateMatchmakingEventInput } from './dto/update-matchmaking-event.input.js';
import { EventTermsReader } from './event-terms.reader.js';
import {
  CancelMatchmakingEventResult,
  CreateMatchmakingEventResult,
  PublishMatchmakingEventResult,
  UpdateMatchmakingEventResult,
} from './matchmaking-event.results.js';
import { MatchmakingEventConnectionType, MatchmakingEventType } from './matchmaking-event.type.js';
import { MatchmakingEventsService } from './matchmaking-events.service.js';
import type { OwnEvent } from './own-events.js';

/** The calendar of events, and how organizers look after theirs. */
@Resolver(() => MatchmakingEventType)
export class MatchmakingEventsResolver {
  constructor(
    private readonly calendar: MatchmakingEventsService,
    private readonly terms: EventTermsReader,
    private readonly creation: CreateMatchmakingEvent,
    private readonly changes: ChangeMatchmakingEvent,
  ) {}

  @Query(() => MatchmakingEventType, {
    nullable: true,
    description: 'An event by its global id; null when the caller may not see it.',
  })
  @Access('everyone once announced; before that the organizer’s members')
  matchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<MatchmakingEventType | null> {
    return this.calendar.findEvent(viewer, keyOf(id, 'MatchmakingEvent'));
  }

  @Query(() => MatchmakingEventConnectionType, { description: 'The announced events, the earliest first.' })
  @Access('everyone')
  matchmakingEvents(@Args() args: MatchmakingEventsArgs): Promise<Connection<MatchmakingEventType>> {
    return this.calendar.findAnnouncedEvents(args);
  }

  @Mutation(() => CreateMatchmakingEventResult, {
    description: 'Drafts an event. Owners and editors of the acting organization.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  createMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: CreateMatchmakingEventInput,
  ): Promise<CreateMatchmakingEventResult> {
    return this.creation.createEvent(viewer, {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      clientMutationId: input.clientMutationId,
      terms: this.terms.readNewTerms(input),
    });
  }

  @Mutation(() => UpdateMatchmakingEventResult, {
    description: 'Changes an event that is not over. Owners and editors of its organizer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  updateMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateMatchmakingEventInput,
  ): Promise<UpdateMatchmakingEventResult> {
    const { expectedVersion, meetingsFollow, cancelMeetingsOutside, notify } = input;
    return this.changes.updateEvent(viewer, {
      ...own(input),
      ...{ expectedVersion, meetingsFollow, cancelMeetingsOutside, notify },
      terms: this.terms.readTerms(input),
    });
  }

  @Mutation(() => PublishMatchmakingEventResult, {
    description:
      'Announces a drafted event, so that everybody finds it. Owners and editors of its organizer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  publishMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: PublishMatchmakingEventInput,
  ): Promise<PublishMatchmakingEventResult> {
    return this.changes.publishEvent(viewer, own(input));
  }

  @Mutation(() => CancelMatchmakingEventResult, {
    description: 'Calls an event off, for good. Owners and editors of its organizer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  cancelMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: CancelMatchmakingEventInput,
  ): Promise<CancelMatchmakingEventResult> {
    return this.changes.cancelEvent(viewer, { ...own(input), reason: input.reason });
  }
}

function own(input: { eventId: string; actingOrganizationId: string }): OwnEvent {
  return {
    id: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
