import { BatchLoader, type LoaderScope } from '@app/kernel';
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

/** Reads events for other libraries. Checks no permission: ask `maySeeEvent` before showing one. */
@Injectable()
export class MatchmakingEventsReader {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly loader: MatchmakingEventsLoader,
  ) {}

  /** An event by key. */
  findEvent(id: string): Promise<MatchmakingEvent | null> {
    return this.repository.findEvent(id);
  }

  /** An event by key, batched with others of the same request. */
  loadEvent(loaders: LoaderScope, id: string): Promise<MatchmakingEvent | null> {
    return this.loader.load(loaders, id);
  }
}
