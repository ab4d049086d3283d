import { type DomainEvent, DomainEvents } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { matchmakingEventChanged } from './matchmaking-event.events.js';
import { allowEditingEvent, allowHeadingEvent } from './matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** An event and the organization that the caller acts for. */
export interface OwnEvent {
  readonly id: string;
  readonly organizationId: string;
}

/** Locks the event that an organizer is about to change and stores the change, in the running transaction. */
@Injectable()
export class OwnEventsService {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly events: DomainEvents,
  ) {}

  /** Locks an event for an owner or editor of the organizer or a co-organizer; throws NOT_FOUND and FORBIDDEN. */
  async lockEvent(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    return allowed(viewer, found(await this.repository.lockEvent(id)), organizationId);
  }

  /** Like {@link lockEvent}, with a shared lock: for changes of what belongs to the event, which may run side by side. */
  async shareEvent(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    return allowed(viewer, found(await this.repository.shareEvent(id)), organizationId);
  }

  /** Locks an event for an owner or editor of the first organizer. */
  async lockEventAsHead(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    const event = found(await this.repository.lockEvent(id));
    allowHeadingEvent(viewer, event);
    if (event.organizationId !== organizationId) throw new NotFoundError();
    return event;
  }

  /** Adds an event and records the domain event. */
  async insertEvent(event: MatchmakingEvent): Promise<void> {
    await this.repository.insertEvent(event);
    await this.events.record(matchmakingEventChanged(event));
  }

  /** Stores a changed event and records the change, and `more` domain events if there are any. */
  async saveEvent(event: MatchmakingEvent, ...more: readonly DomainEvent[]): Promise<void> {
    await this.repository.saveEvent(event);
    await this.events.record(matchmakingEventChanged(event), ...more);
  }
}

function found(event: MatchmakingEvent | null): MatchmakingEvent {
  if (!event) throw new NotFoundError();
  return event;
}

function allowed(viewer: Viewer, event: MatchmakingEvent, organizationId: string): MatchmakingEvent {
  allowEditingEvent(viewer, event);
  if (!event.organizedBy(organizationId) || !viewer.canEdit(organizationId)) throw new NotFoundError();
  return event;
}
