import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { agendaOf, movedAgenda } from './agenda-draft.js';
import { EventAgendasRepository } from './event-agendas.repository.js';

/** What becomes of an agenda when its event is moved or begins anew as another edition. */
@Injectable()
export class EventAgendas {
  constructor(private readonly agendas: EventAgendasRepository) {}

  /**
   * Moves the sessions with their event, by the clock of the venue. Throws BAD_INPUT when one would then lie outside
   * of the event, or at a time that does not exist there.
   */
  async follow(event: MatchmakingEvent, startedLocal: string): Promise<void> {
    const agenda = await this.agendas.findAgenda(event.id);
    if (agenda.sessions.length === 0) return;
    const moved = movedAgenda(agenda, startedLocal, event.startsLocal);
    await this.agendas.replaceAgenda(event.id, agendaOf(event, moved));
  }

  /** Gives a copy of an event the agenda of its original, moved to the copy's start. */
  async copy(original: MatchmakingEvent, copy: MatchmakingEvent): Promise<void> {
    const agenda = await this.agendas.findAgenda(original.id);
    const moved = movedAgenda(agenda, original.startsLocal, copy.startsLocal);
    await this.agendas.replaceAgenda(copy.id, agendaOf(copy, moved));
  }
}
