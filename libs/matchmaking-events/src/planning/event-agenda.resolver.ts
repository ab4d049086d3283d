import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope } from '@app/kernel';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import {
  type EventSessionInput,
  EventSessionType,
  EventSpeakerType,
  SetEventAgendaInput,
  SetEventAgendaResult,
} from './event-agenda.graphql.js';
import type { SessionDraft } from './event-agenda.js';
import { EventAgendasService, EventSessionsLoader, EventSpeakersLoader } from './event-agendas.service.js';

/** The agenda of an event. */
@Resolver(() => MatchmakingEventType)
export class EventAgendaResolver {
  constructor(
    private readonly sessions: EventSessionsLoader,
    private readonly agendas: EventAgendasService,
  ) {}

  @ResolveField(() => [EventSessionType], { description: 'Its sessions, by their start.' })
  agenda(@Parent() event: MatchmakingEvent, @Loaders() loaders: LoaderScope): Promise<EventSessionType[]> {
    return this.sessions.load(loaders, event.id);
  }

  @Mutation(() => SetEventAgendaResult, {
    description: 'Sets the agenda of an event as a whole. Owners and editors of those who organize it.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setEventAgenda(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The agenda.' }) input: SetEventAgendaInput,
  ): Promise<SetEventAgendaResult> {
    return this.agendas.setAgenda(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      expectedVersion: input.expectedVersion,
      sessions: input.sessions.map(draftOf),
    });
  }
}

/** Who speaks in a session. */
@Resolver(() => EventSessionType)
export class EventSessionFieldsResolver {
  constructor(private readonly people: EventSpeakersLoader) {}

  @ResolveField(() => [EventSpeakerType], { description: 'Who speaks, in the organizer’s order.' })
  speakers(
    @Parent() session: EventSessionType,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventSpeakerType[]> {
    return this.people.load(loaders, session.id);
  }
}

function draftOf({ title, description, room, starts, ends, speakers }: EventSessionInput): SessionDraft {
  return {
    title: title.trim(),
    description: description?.trim() || null,
    room: room?.trim() || null,
    startsLocal: starts,
    endsLocal: ends,
    speakers: speakers.map((person) => ({
      name: person.name.trim(),
      role: person.role?.trim() || null,
      organization: person.organization?.trim() || null,
    })),
  };
}
