import { Transactions, violatedConstraint } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventChangedMeanwhileError, EventStateError } from '../events/matchmaking-event.errors.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { isClosed } from '../events/matchmaking-event.enums.js';
import { EventRecord } from '../events/event-record.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { conflictIn } from './agenda-conflict.js';
import { type Agenda, agendaOf, type SessionDraft } from './agenda-draft.js';
import {
  AgendaConflictError,
  SetEventAgendaPayload,
  type SetEventAgendaResult,
} from './event-agenda.results.js';
import { EventAgendasRepository } from './event-agendas.repository.js';

/** An agenda as organizers set it, on the version of the event that they have read. */
export interface AgendaChange extends OwnEvent {
  readonly expectedVersion: number;
  readonly sessions: readonly SessionDraft[];
}

/** Organizers set the agenda as a whole; the database refuses one room or one speaker in two sessions at once. */
@Injectable()
export class SetEventAgenda {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly record: EventRecord,
    private readonly agendas: EventAgendasRepository,
    private readonly clock: Clock,
  ) {}

  /** Sets it; setting the same twice is one agenda, the second on a newer version. */
  async set(viewer: Viewer, change: AgendaChange): Promise<SetEventAgendaResult> {
    let agenda: Agenda | undefined;
    try {
      return await this.transactions.run(async () => {
        const event = await this.own.lockEvent(viewer, change);
        const state = event.stateAt(this.clock.now());
        if (event.version !== change.expectedVersion) return new EventChangedMeanwhileError(event.version);
        if (isClosed(state)) return new EventStateError(state);
        agenda = agendaOf(event, change.sessions);
        await this.replace(event, agenda);
        return new SetEventAgendaPayload(event);
      });
    } catch (error) {
      const conflict = agenda && isAgendaConflict(error) ? conflictIn(agenda) : undefined;
      if (!conflict) throw error;
      return new AgendaConflictError(conflict);
    }
  }

  private async replace(event: MatchmakingEvent, agenda: Agenda): Promise<void> {
    await this.agendas.replaceAgenda(event.id, agenda);
    event.describe({}, this.clock.now());
    await this.record.keep(event);
  }
}

/** Whether the database refused an agenda because two of its sessions collide. */
function isAgendaConflict(error: unknown): boolean {
  const constraint = violatedConstraint(error);
  return constraint === 'event_session_one_per_room' || constraint === 'event_speaker_one_place_at_a_time';
}
