import { Access, CurrentViewer, Loaders, NodeRegistry, type Viewer } from '@app/identity';
import { Clock, type Connection, encodeGlobalId, keyOf, type LoaderScope, PageArgs } from '@app/kernel';
import { Organization, OrganizationsReader, OrganizationType } from '@app/organizations';
import {
  ConceptVocabulary,
  Industries,
  IndustryType,
  Regions,
  RegionType,
  TradeConceptType,
} from '@app/taxonomy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EventTermsReader } from './event-terms.reader.js';
import { MatchmakingEvent } from './matchmaking-event.entity.js';
import { EventState } from './matchmaking-event.enums.js';
import {
  CancelMatchmakingEventResult,
  CreateMatchmakingEventResult,
  MatchmakingEventConnectionType,
  MatchmakingEventType,
  PublishMatchmakingEventResult,
  UpdateMatchmakingEventResult,
} from './matchmaking-event.graphql.js';
import {
  CancelMatchmakingEventInput,
  CreateMatchmakingEventInput,
  MatchmakingEventsArgs,
  PublishMatchmakingEventInput,
  UpdateMatchmakingEventInput,
} from './matchmaking-event.inputs.js';
import { maySeeEvent } from './matchmaking-event.policy.js';
import { MatchmakingEventsLoader } from './matchmaking-events.reader.js';
import { MatchmakingEventsService } from './matchmaking-events.service.js';
import type { OwnEvent } from './own-events.service.js';

/** The calendar of events, and how organizers look after theirs. */
@Resolver(() => MatchmakingEventType)
export class MatchmakingEventsResolver {
  constructor(
    private readonly events: MatchmakingEventsService,
    private readonly terms: EventTermsReader,
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
    return this.events.findEvent(viewer, keyOf(id, 'MatchmakingEvent'));
  }

  @Query(() => MatchmakingEventConnectionType, { description: 'The announced events, the earliest first.' })
  @Access('everyone')
  matchmakingEvents(@Args() args: MatchmakingEventsArgs): Promise<Connection<MatchmakingEventType>> {
    return this.events.findAnnouncedEvents(args);
  }

  @Mutation(() => CreateMatchmakingEventResult, {
    description: 'Drafts an event. Owners and editors of the acting organization.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  createMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: CreateMatchmakingEventInput,
  ): Promise<CreateMatchmakingEventResult> {
    return this.events.createEvent(viewer, {
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
    return this.events.updateEvent(viewer, {
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
    return this.events.publishEvent(viewer, own(input));
  }

  @Mutation(() => CancelMatchmakingEventResult, {
    description: 'Calls an event off, for good. Owners and editors of its organizer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  cancelMatchmakingEvent(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The event.' }) input: CancelMatchmakingEventInput,
  ): Promise<CancelMatchmakingEventResult> {
    return this.events.cancelEvent(viewer, { ...own(input), reason: input.reason });
  }
}

function own(input: { eventId: string; actingOrganizationId: string }): OwnEvent {
  return {
    id: keyOf(input.eventId, 'MatchmakingEvent'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}

/** What an event shows beside its columns. */
@Resolver(() => MatchmakingEventType)
export class MatchmakingEventFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly regions: Regions,
    private readonly trades: Industries,
    private readonly vocabulary: ConceptVocabulary,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() event: MatchmakingEvent): string {
    return encodeGlobalId('MatchmakingEvent', event.id);
  }

  @ResolveField(() => EventState, { description: 'Where it stands now; it finishes by its date.' })
  state(@Parent() event: MatchmakingEvent): EventState {
    return event.stateAt(this.clock.now());
  }

  @ResolveField(() => OrganizationType, { description: 'The organizer.' })
  async organizer(
    @Parent() event: MatchmakingEvent,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.loadOrganization(loaders, event.organizationId);
    if (!organization) throw new Error(`event ${event.id} has no organizer`);
    return organization;
  }

  @ResolveField(() => RegionType, { nullable: true, description: 'Where the venue is.' })
  region(@Parent() event: MatchmakingEvent): RegionType | null {
    return (event.regionCode && this.regions.get(event.regionCode)) || null;
  }

  @ResolveField(() => [IndustryType], { description: 'Industries it is for.' })
  industries(@Parent() event: MatchmakingEvent): IndustryType[] {
    return event.industryCodes.flatMap((code) => this.trades.get(code) ?? []);
  }

  @ResolveField(() => [TradeConceptType], {
    description: 'Trade concepts in its texts, most important first.',
  })
  concepts(@Parent() event: MatchmakingEvent): TradeConceptType[] {
    return event.extractedConcepts.flatMap(
      ({ conceptId }) => (conceptId && this.vocabulary.get(conceptId)) || [],
    );
  }
}

/** What an organization organizes. */
@Resolver(() => OrganizationType)
export class OrganizationEventsResolver {
  constructor(private readonly calendar: MatchmakingEventsService) {}

  @ResolveField(() => MatchmakingEventConnectionType, {
    description: 'Events that it organizes, the latest first; those never announced for its members only.',
  })
  matchmakingEvents(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: PageArgs,
  ): Promise<Connection<MatchmakingEventType>> {
    return this.calendar.findOrganizedEvents(viewer, organization.id, args);
  }
}

/** Finds events for `node(id)`. */
@Injectable()
export class MatchmakingEventNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly events: MatchmakingEventsLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('MatchmakingEvent', async (id, { loaders, viewer }) => {
      const event = await this.events.load(loaders, id);
      return event && maySeeEvent(viewer, event) ? event : null;
    });
  }
}
