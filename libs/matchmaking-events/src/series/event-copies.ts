import { DomainEvents } from '@app/database';
import { Injectable } from '@nestjs/common';
import { EventConcepts } from '../events/event-concepts.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { matchmakingEventChanged } from '../events/matchmaking-event.events.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';

/** Stores the editions of a recurring event, in the running transaction. */
@Injectable()
export class EventCopies {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly concepts: EventConcepts,
    private readonly events: DomainEvents,
  ) {}

  /** The original becomes the first edition of a series unless it is of one. */
  async beginSeries(original: MatchmakingEvent): Promise<void> {
    if (original.seriesId) return;
    original.seriesId = original.id;
    await this.repository.saveEvent(original);
  }

  /** Adds an edition as a draft. */
  async add(copy: MatchmakingEvent): Promise<void> {
    copy.classify(this.concepts.found(copy));
    await this.repository.insertEvent(copy);
    await this.events.record(matchmakingEventChanged(copy));
  }
}
