import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventAgendasRepository } from './event-agendas.repository.js';
import type { EventSession, EventSpeaker } from './event-session.entity.js';

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
