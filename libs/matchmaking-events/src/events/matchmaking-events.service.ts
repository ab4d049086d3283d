import { Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, newId, NotFoundError } from '@app/kernel';
import { Classification, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { EventFollowerRegistry } from './event-followers.js';
import { EventTermsReader } from './event-terms.reader.js';
import { type EventTerms, MatchmakingEvent } from './matchmaking-event.entity.js';
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
import { allowOrganizing, maySeeEvent, maySeeUnannounced } from './matchmaking-event.policy.js';
import {
  CancelMatchmakingEventPayload,
  type CancelMatchmakingEventResult,
  CreateMatchmakingEventPayload,
  type CreateMatchmakingEventResult,
  PublishMatchmakingEventPayload,
  type PublishMatchmakingEventResult,
  UpdateMatchmakingEventPayload,
  type UpdateMatchmakingEventResult,
} from './matchmaking-event.graphql.js';
import { type EventFilter, MatchmakingEventsRepository } from './matchmaking-events.repository.js';
import { type OwnEvent, OwnEventsService } from './own-events.service.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** A new event, its organizer, and the key of a retry. */
export interface EventDraft {
  readonly organizationId: string;
  readonly terms: EventTerms;
  readonly clientMutationId?: string | null;
}

/** What an editor changes, from the version that was read. */
export interface EventChange extends OwnEvent {
  readonly expectedVersion: number;
  readonly terms: EventTerms;
  /** Slots and meetings move with the start of an event that has not begun; otherwise they keep their times. */
  readonly meetingsFollow: boolean;
  /** Whether slots and meetings outside the new times are cancelled; otherwise the change is refused. */
  readonly cancelMeetingsOutside: boolean;
  /** Whether registered participants are notified of new times. */
  readonly notify: boolean;
}

/** The calendar of events, and what organizers do with their events: draft, change, publish and cancel them. */
@Injectable()
export class MatchmakingEventsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly repository: MatchmakingEventsRepository,
    private readonly own: OwnEventsService,
    private readonly terms: EventTermsReader,
    private readonly followers: EventFollowerRegistry,
    private readonly classification: Classification,
    private readonly unverified: UnverifiedLimits,
    private readonly clock: Clock,
  ) {}

  /** An event if the viewer may see it. */
  async findEvent(viewer: Viewer, id: string): Promise<MatchmakingEvent | null> {
    const event = await this.repository.findEvent(id);
    return event && maySeeEvent(viewer, event) ? event : null;
  }

  /** A page of the public calendar, the earliest first; throws PERIOD_UPSIDE_DOWN and UNKNOWN_REGION. */
  findAnnouncedEvents(wish: EventFilter & PageWish): Promise<Connection<MatchmakingEvent>> {
    const { from, to } = wish;
    if (from && to && from >= to) throw new BadInputError('PERIOD_UPSIDE_DOWN', {}, ['from', 'to']);
    const regionCode = wish.regionCode && this.classification.regionCode(wish.regionCode, 'regionCode');
    const { industryCode } = wish;
    if (industryCode) this.classification.industryCode(industryCode, 'industryCode');
    return this.repository.findAnnouncedEvents({ ...wish, regionCode }, wish);
  }

  /** A page of an organization's events, the latest first; its members also see events that were never announced. */
  findOrganizedEvents(
    viewer: Viewer,
    organizationId: string,
    wish: PageWish,
  ): Promise<Connection<MatchmakingEvent>> {
    const announcedOnly = !maySeeUnannounced(viewer, organizationId);
    return this.repository.findOrganizedEvents(organizationId, announcedOnly, wish);
  }

  /** Drafts an event, once for each client mutation. */
  async createEvent(viewer: Viewer, draft: EventDraft): Promise<CreateMatchmakingEventResult> {
    const { organizationId } = draft;
    allowOrganizing(viewer, organizationId);
    return this.runner.runCreation<CreateMatchmakingEventResult>(viewer, {
      operation: 'createMatchmakingEvent',
      clientMutationId: draft.clientMutationId,
      create: async () => {
        const now = this.clock.now();
        const event = MatchmakingEvent.draft(newId(), organizationId, now);
        event.describe(draft.terms, now);
        event.classify(this.terms.extractConcepts(event));
        await this.own.insertEvent(event);
        return event.id;
      },
      present: async (id) => {
        const event = await this.repository.findEvent(id);
        if (event?.organizationId !== organizationId) throw new NotFoundError();
        return new CreateMatchmakingEventPayload(event);
      },
    });
  }

  /**
   * Changes an event from the version that was read, so that two editors cannot overwrite each other. An announced
   * event keeps a place and a future end. Slots, meetings and agenda follow a new start in the same transaction.
   * Registered participants get at most one notice.
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
      event.classify(this.terms.extractConcepts(event));
      const moved = +startsAt !== +event.startsAt || +endsAt !== +event.endsAt;
      if (moved) {
        const cancelOutside = change.cancelMeetingsOutside;
        const shiftMs = change.meetingsFollow && startsAt > now ? +event.startsAt - +startsAt : 0;
        const outside = await this.followers.followEvent({ event, shiftMs, cancelOutside });
        if (outside.slots > 0 && !cancelOutside) return new EventMeetingsOutsideError(outside);
      }
      if (change.terms.schedule) await this.followers.followSchedule(event, startsLocal);
      const notifies = moved && event.announced && change.notify;
      await this.own.saveEvent(event, ...(notifies ? [matchmakingEventMoved(event)] : []));
      return new UpdateMatchmakingEventPayload(event);
    });
  }

  /** Announces a draft; an announced event stays announced. */
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
        await this.own.saveEvent(event, matchmakingEventPublished(event));
      }
      return new PublishMatchmakingEventPayload(event);
    });
  }

  /** Cancels an event; a cancelled event keeps its first reason. */
  cancelEvent(viewer: Viewer, which: OwnEvent & { reason: string }): Promise<CancelMatchmakingEventResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEventAsHead(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (state === EventState.FINISHED) return new EventStateError(state);
      if (state !== EventState.CANCELLED) {
        event.cancel(which.reason.trim(), now);
        await this.own.saveEvent(event, matchmakingEventCancelled(event));
      }
      return new CancelMatchmakingEventPayload(event);
    });
  }
}

/** Why an event cannot be announced. */
function announcementFault(
  event: MatchmakingEvent,
  now: Date,
): EventWithoutPlaceError | EventInPastError | undefined {
  if (!event.hasPlace) return new EventWithoutPlaceError();
  return event.endsAt <= now ? new EventInPastError() : undefined;
}
