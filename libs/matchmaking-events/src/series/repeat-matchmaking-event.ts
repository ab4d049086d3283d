import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventAgendas } from '../agenda/event-agendas.js';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { EventCopies } from './event-copies.js';
import type { RepetitionStep } from './fair-frequency.enum.js';
import { RepeatMatchmakingEventPayload } from './series.results.js';
import { repeatedSchedule } from './repeated-schedule.js';

/** How an event is to come again. */
export interface EventRepetition extends OwnEvent {
  readonly step: RepetitionStep;
  /** How many further editions, at least 1. */
  readonly times: number;
  readonly clientMutationId?: string | null;
}

/** Organizers let an event come again: next year's edition, or a series, as drafts with terms and agenda of the original. */
@Injectable()
export class RepeatMatchmakingEvent {
  constructor(
    private readonly own: OwnEventsService,
    private readonly repository: MatchmakingEventsRepository,
    private readonly copies: EventCopies,
    private readonly agendas: EventAgendas,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Drafts the editions, in one transaction; a retry finds those of the first call. */
  async repeatEvent(viewer: Viewer, wish: EventRepetition): Promise<RepeatMatchmakingEventPayload> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { clientMutationId } = wish;
    const key = { actorId: viewer.userId, operation: 'repeatMatchmakingEvent', clientMutationId };
    const { id } = await this.clientMutations.once(key, () => this.draftAll(viewer, wish));
    const first = await this.repository.findEvent(id);
    if (!first?.organizedBy(wish.organizationId)) throw new NotFoundError();
    return new RepeatMatchmakingEventPayload(await this.repository.findEditionsDraftedWith(first));
  }

  private async draftAll(viewer: Viewer, wish: EventRepetition): Promise<string> {
    const original = await this.own.lockEvent(viewer, wish);
    await this.copies.beginSeries(original);
    const at = this.clock.now();
    const ids: string[] = [];
    for (let i = 1; i <= wish.times; i++) {
      const copy = MatchmakingEvent.draft(newId(), original.organizationId, at);
      const { startsLocal, zone, startsOccurrence, endsLocal, endsOccurrence } = original;
      const schedule = { zone, startsLocal, startsOccurrence, endsLocal, endsOccurrence };
      copy.continueFrom(original, repeatedSchedule(schedule, wish.step, i), at);
      await this.copies.add(copy);
      await this.agendas.copy(original, copy);
      ids.push(copy.id);
    }
    return ids[0]!;
  }
}
