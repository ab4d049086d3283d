import { type DomainEvent, DomainEvents } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { matchmakingEventChanged } from './matchmaking-event.events.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** Stores a changed event and tells the other parts of the platform, in the running transaction. */
@Injectable()
export class EventRecord {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly events: DomainEvents,
  ) {}

  /** Stores it; what has happened beside the change is told, too. */
  async keep(event: MatchmakingEvent, ...more: readonly DomainEvent[]): Promise<void> {
    await this.repository.saveEvent(event);
    await this.events.record(matchmakingEventChanged(event), ...more);
  }
}
