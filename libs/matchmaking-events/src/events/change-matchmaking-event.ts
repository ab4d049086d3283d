import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { EventAgendas } from '../agenda/event-agendas.js';
import { EventConcepts } from './event-concepts.js';
import { EventFollowerRegistry } from './event-followers.js';
import type { EventTerms, MatchmakingEvent } from './matchmaking-event.entity.js';
import { EventState, isClosed } from './matchmaking-event.enums.js';
import {
  EventChangedMeanwhileError,
  EventInPastError,
  EventMeetingsOutsideError,
  EventStateError,
  EventWithoutPlaceError,
} from './matchmaking-event.errors.js';
import {
  matchmakingEventCancelled,
  matchmakingEventMoved,
  matchmakingEventPublished,
} from './matchmaking-event.events.js';
import {
  CancelMatchmakingEventPayload,
  type CancelMatchmakingEventResult,
  PublishMatchmakingEventPayload,
  type PublishMatchmakingEventResult,
  UpdateMatchmakingEventPayload,
  type UpdateMatchmakingEventResult,
} from './matchmaking-event.results.js';
import { EventRecord } from './event-record.js';
import { type OwnEvent, OwnEventsService } from './own-events.js';

/** What an editor changes, from the version that was read. */
export interface EventChange extends OwnEvent {
  readonly expectedVersion: number;
  readonly terms: EventTerms;
  /** Slots and meetings move along with the start of an event that has not begun; otherwise they stay at their times. */
  readonly meetingsFollow: boolean;
  /** Whether slots and meetings that then lie outside of the event are cancelled; otherwise the change is refused. */
  readonly cancelMeetingsOutside: boolean;
  /** Whether registered participants are notified of new times. */
  readonly notify: boolean;
}

/** Editors look after their organization's events: what is said of them, whether they are announced, that they are off. */
@Injectable()
export class ChangeMatchmakingEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly record: EventRecord,
    private readonly concepts: EventConcepts,
    private readonly agendas: EventAgendas,
    private readonly unverified: UnverifiedLimits,
    private readonly followers: EventFollowerRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what is said; two at once cannot overwrite one another. What is announced keeps a place and a future. Slots,
   * meetings and agenda follow a new start in the same transaction. Registered participants get at most one notice.
   */
  updateEvent(viewer: Viewer, change: EventChange): Promise<UpdateMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, change);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (event.version !== change.expectedVersion) return new EventChangedMeanwhileError(event.version);
      if (isClosed(state)) return new EventStateError(state);
      const { startsLocal, startsAt, endsAt } = event;
      event.describe(change.terms, now);
      if (state !== EventState.DRAFT) {
        const fault = announcementFault(event, now);
        if (fault) return fault;
      }
      event.classify(this.concepts.found(event));
      const moved = +startsAt !== +event.startsAt || +endsAt !== +event.endsAt;
      if (moved) {
        const cancelOutside = change.cancelMeetingsOutside;
        const shiftMs = change.meetingsFollow && startsAt > now ? +event.startsAt - +startsAt : 0;
        const outside = await this.followers.followEvent({ event, shiftMs, cancelOutside });
        if (outside.slots > 0 && !cancelOutside) return new EventMeetingsOutsideError(outside);
      }
      if (change.terms.schedule) await this.agendas.follow(event, startsLocal);
      const told = moved && event.announced && change.notify;
      await this.record.keep(event, ...(told ? [matchmakingEventMoved(event)] : []));
      return new UpdateMatchmakingEventPayload(event);
    });
  }

  /** Announces a draft; what is announced already stays so. */
  publishEvent(viewer: Viewer, which: OwnEvent): Promise<PublishMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (isClosed(state)) return new EventStateError(state);
      if (state === EventState.DRAFT) {
        const fault = announcementFault(event, now);
        if (fault) return fault;
        await this.unverified.requireVerified(event.organizationId);
        event.publish(now);
        await this.record.keep(event, matchmakingEventPublished(event));
      }
      return new PublishMatchmakingEventPayload(event);
    });
  }

  /** Calls it off; what is cancelled already stays so, with its first reason. */
  cancelEvent(viewer: Viewer, which: OwnEvent & { reason: string }): Promise<CancelMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEventAsHead(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (state === EventState.FINISHED) return new EventStateError(state);
      if (state !== EventState.CANCELLED) {
        event.cancel(which.reason.trim(), now);
        await this.record.keep(event, matchmakingEventCancelled(event));
      }
      return new CancelMatchmakingEventPayload(event);
    });
  }
}

/** Why an event cannot stand announced. */
function announcementFault(
  event: MatchmakingEvent,
  now: Date,
): EventWithoutPlaceError | EventInPastError | undefined {
  if (!event.hasPlace) return new EventWithoutPlaceError();
  return event.endsAt <= now ? new EventInPastError() : undefined;
}
