import { Transactions, violatedConstraint } from '@app/database';
import type { Viewer } from '@app/identity';
import { BatchListLoader, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventFollowerRegistry, type ScheduleFollower } from '../events/event-followers.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { isClosed } from '../events/matchmaking-event.enums.js';
import { EventChangedMeanwhileError, EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import type { EventSession, EventSpeaker } from './event-agenda.entity.js';
import {
  AgendaConflictError,
  SetEventAgendaPayload,
  type SetEventAgendaResult,
} from './event-agenda.graphql.js';
import { type Agenda, agendaOf, conflictIn, movedAgenda, type SessionDraft } from './event-agenda.js';
import { EventAgendasRepository } from './event-agendas.repository.js';

/** The sessions of events, many events in one statement. */
@Injectable()
export class EventSessionsLoader extends BatchListLoader<EventSession> {
  constructor(private readonly agendas: EventAgendasRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<EventSession[]> {
    return this.agendas.findSessions(eventIds);
  }

  protected keyOf({ eventId }: EventSession): string {
    return eventId;
  }
}

/** The speakers of sessions, many sessions in one statement. */
@Injectable()
export class EventSpeakersLoader extends BatchListLoader<EventSpeaker> {
  constructor(private readonly agendas: EventAgendasRepository) {
    super();
  }

  protected fetch(sessionIds: readonly string[]): Promise<EventSpeaker[]> {
    return this.agendas.findSpeakers(sessionIds);
  }

  protected keyOf({ sessionId }: EventSpeaker): string {
    return sessionId;
  }
}

/** An agenda as organizers set it, on the version of the event that they have read. */
interface AgendaChange extends OwnEvent {
  readonly expectedVersion: number;
  readonly sessions: readonly SessionDraft[];
}

/** Agendas of events: organizers set them as a whole, and they move and are copied with their event. */
@Injectable()
export class EventAgendasService implements ScheduleFollower {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly agendas: EventAgendasRepository,
    private readonly clock: Clock,
    followers: EventFollowerRegistry,
  ) {
    followers.registerScheduleFollower(this);
  }

  /** Sets the agenda; the database refuses one room or one speaker in two sessions at the same time. */
  async setAgenda(viewer: Viewer, change: AgendaChange): Promise<SetEventAgendaResult> {
    let agenda: Agenda | undefined;
    try {
      return await this.transactions.run(async () => {
        const event = await this.own.lockEvent(viewer, change);
        const state = event.stateAt(this.clock.now());
        if (event.version !== change.expectedVersion) return new EventChangedMeanwhileError(event.version);
        if (isClosed(state)) return new EventStateError(state);
        agenda = agendaOf(event, change.sessions);
        await this.agendas.replaceAgenda(event.id, agenda);
        event.describe({}, this.clock.now());
        await this.own.saveEvent(event);
        return new SetEventAgendaPayload(event);
      });
    } catch (error) {
      const conflict = agenda && isAgendaConflict(error) ? conflictIn(agenda) : undefined;
      if (!conflict) throw error;
      return new AgendaConflictError(conflict);
    }
  }

  /**
   * Moves the sessions with their event, by the clock of the venue. Throws BAD_INPUT when a session would then lie
   * outside the event, or at a time that does not exist there.
   */
  async followSchedule(event: MatchmakingEvent, startedLocal: string): Promise<void> {
    const agenda = await this.agendas.findAgenda(event.id);
    if (agenda.sessions.length === 0) return;
    const moved = movedAgenda(agenda, startedLocal, event.startsLocal);
    await this.agendas.replaceAgenda(event.id, agendaOf(event, moved));
  }

  /** Gives a copy of an event the agenda of its original, moved to the start of the copy. */
  async copyAgenda(original: MatchmakingEvent, copy: MatchmakingEvent): Promise<void> {
    const agenda = await this.agendas.findAgenda(original.id);
    const moved = movedAgenda(agenda, original.startsLocal, copy.startsLocal);
    await this.agendas.replaceAgenda(copy.id, agendaOf(copy, moved));
  }
}

/** Whether the database refused an agenda because two of its sessions collide. */
function isAgendaConflict(error: unknown): boolean {
  const constraint = violatedConstraint(error);
  return constraint === 'event_session_one_per_room' || constraint === 'event_speaker_one_place_at_a_time';
}
