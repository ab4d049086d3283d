import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventConcepts } from './event-concepts.js';
import type { EventTerms, MatchmakingEvent } from './matchmaking-event.entity.js';
import { EventState } from './matchmaking-event.enums.js';
import {
  EventChangedMeanwhileError,
  EventInPastError,
  EventStateError,
  EventWithoutPlaceError,
} from './matchmaking-event.errors.js';
import {
  matchmakingEventCancelled,
  matchmakingEventChanged,
  matchmakingEventPublished,
} from './matchmaking-event.events.js';
import { allowEditingEvent } from './matchmaking-event.policy.js';
import {
  CancelMatchmakingEventPayload,
  type CancelMatchmakingEventResult,
  PublishMatchmakingEventPayload,
  type PublishMatchmakingEventResult,
  UpdateMatchmakingEventPayload,
  type UpdateMatchmakingEventResult,
} from './matchmaking-event.results.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** An event and the organization that the caller acts for. */
export interface OwnEvent {
  readonly id: string;
  readonly organizationId: string;
}

/** What an editor changes, from the version that was read. */
export interface EventChange extends OwnEvent {
  readonly expectedVersion: number;
  readonly terms: EventTerms;
}

/** Editors look after their organization's events: what is said of them, whether they are announced, that they are off. */
@Injectable()
export class ChangeMatchmakingEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: MatchmakingEventsRepository,
    private readonly concepts: EventConcepts,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Changes what is said; two at once cannot overwrite one another. What is announced keeps a place and a future. */
  update(viewer: Viewer, change: EventChange): Promise<UpdateMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own(viewer, change);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (event.version !== change.expectedVersion) return new EventChangedMeanwhileError(event.version);
      if (isClosed(state)) return new EventStateError(state);
      event.describe(change.terms, now);
      if (state === EventState.PUBLISHED) {
        const fault = announcementFault(event, now);
        if (fault) return fault;
      }
      event.classify(this.concepts.found(event));
      await this.keep(event);
      return new UpdateMatchmakingEventPayload(event);
    });
  }

  /** Announces a draft; what is announced already stays so. */
  publish(viewer: Viewer, which: OwnEvent): Promise<PublishMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (isClosed(state)) return new EventStateError(state);
      if (state === EventState.DRAFT) {
        const fault = announcementFault(event, now);
        if (fault) return fault;
        event.publish(now);
        await this.keep(event, matchmakingEventPublished(event));
      }
      return new PublishMatchmakingEventPayload(event);
    });
  }

  /** Calls it off; what is cancelled already stays so, with its first reason. */
  cancel(viewer: Viewer, which: OwnEvent & { reason: string }): Promise<CancelMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (state === EventState.FINISHED) return new EventStateError(state);
      if (state !== EventState.CANCELLED) {
        event.cancel(which.reason.trim(), now);
        await this.keep(event, matchmakingEventCancelled(event));
      }
      return new CancelMatchmakingEventPayload(event);
    });
  }

  private async own(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    const event = await this.repository.lock(id);
    if (!event) throw new NotFoundError();
    allowEditingEvent(viewer, event);
    if (event.organizationId !== organizationId) throw new NotFoundError();
    return event;
  }

  private async keep(event: MatchmakingEvent, ...more: readonly DomainEvent[]): Promise<void> {
    await this.repository.save(event);
    await this.events.record(matchmakingEventChanged(event), ...more);
  }
}

function isClosed(state: EventState): boolean {
  return state === EventState.FINISHED || state === EventState.CANCELLED;
}

/** Why an event cannot stand announced. */
function announcementFault(
  event: MatchmakingEvent,
  now: Date,
): EventWithoutPlaceError | EventInPastError | undefined {
  if (!event.hasPlace) return new EventWithoutPlaceError();
  return event.endsAt <= now ? new EventInPastError() : undefined;
}
