import { Loaders, NodeRegistry } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { MatchmakingEventsLoader } from '../events/matchmaking-events.reader.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationType, EventRepresentativeType } from './event-registration.graphql.js';
import { EventRegistrationsService } from './event-registrations.service.js';
import { EventRepresentativesLoader, PlacesInLineLoader } from './registration.loaders.js';

/** What a registration shows beside its columns. */
@Resolver(() => EventRegistrationType)
export class EventRegistrationFieldsResolver {
  constructor(
    private readonly events: MatchmakingEventsLoader,
    private readonly organizations: OrganizationsReader,
    private readonly people: EventRepresentativesLoader,
    private readonly line: PlacesInLineLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() registration: EventRegistration): string {
    return encodeGlobalId('EventRegistration', registration.id);
  }

  @ResolveField(() => MatchmakingEventType, { description: 'The event.' })
  async event(
    @Parent() registration: EventRegistration,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchmakingEventType> {
    const event = await this.events.load(loaders, registration.eventId);
    if (!event) throw new Error(`registration ${registration.id} has no event`);
    return event;
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who is registered; null for a visitor on their own and for a walk-in without a profile.',
  })
  organization(
    @Parent() { organizationId }: EventRegistration,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> | null {
    return organizationId ? this.organizations.loadOrganization(loaders, organizationId) : null;
  }

  @ResolveField(() => [EventRepresentativeType], { description: 'Who comes.' })
  representatives(
    @Parent() registration: EventRegistration,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventRepresentativeType[]> {
    return this.people.load(loaders, registration.id);
  }

  @ResolveField(() => Int, { nullable: true, description: 'Place in the line, from 1, while it waits.' })
  async placeInLine(
    @Parent() registration: EventRegistration,
    @Loaders() loaders: LoaderScope,
  ): Promise<number | null> {
    const place = await this.line.load(loaders, registration.id);
    return place && place.ahead + 1;
  }
}

/** What a representative shows beside the columns. */
@Resolver(() => EventRepresentativeType)
export class EventRepresentativeFieldsResolver {
  @ResolveField(() => ID, { description: 'Id, for a change.' })
  id(@Parent() person: EventRepresentativeType): string {
    return encodeGlobalId('EventRepresentative', person.id);
  }
}

/** Finds registrations for `node(id)`. */
@Injectable()
export class EventRegistrationNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly registrations: EventRegistrationsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('EventRegistration', (id, { viewer }) =>
      this.registrations.findRegistration(viewer, id),
    );
  }
}
