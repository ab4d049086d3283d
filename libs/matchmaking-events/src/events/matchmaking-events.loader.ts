import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** Events by key, many in one statement. Whoever shows them asks the policy first. */
@Injectable()
export class MatchmakingEventsLoader extends BatchLoader<MatchmakingEvent> {
  constructor(private readonly repository: MatchmakingEventsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<MatchmakingEvent[]> {
    return this.repository.findEvents(keys);
  }

  protected keyOf(event: MatchmakingEvent): string {
    return event.id;
  }
}
