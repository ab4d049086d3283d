import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, NotFoundError } from '@app/kernel';
import {
  allowRegistering,
  type EventRegistration,
  EventState,
  MatchmakingEventsReader,
  OwnEventsService,
  ParticipantRole,
} from '@app/matchmaking-events';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { areTwoSides } from '../booking/meeting.policy.js';
import { NotAtEventError } from '../booking/meeting.texts.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { MeetingTerms, MeetingWish, WishLevel } from './meeting-wish.entity.js';
import {
  SetMeetingAvailabilityPayload,
  SetMeetingTermsPayload,
  SetMeetingWishPayload,
  type SetMeetingWishResult,
  WithdrawMeetingWishPayload,
  type WithdrawMeetingWishResult,
} from './meeting-wish.graphql.js';
import { MeetingWishesClosedError, TooManyMustWishesError } from './meeting-wish.texts.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';

/** Two participants of an event; the caller acts for `organizationId`. */
export interface WishedPair {
  readonly eventId: string;
  readonly organizationId: string;
  readonly withOrganizationId: string;
}

/** A wish as it is to be. */
export interface StatedWish extends WishedPair {
  readonly level: WishLevel;
  readonly needId: string | null;
}

/** All slots in which a participant cannot meet. */
export interface MeetingAvailability {
  readonly eventId: string;
  readonly organizationId: string;
  readonly unavailableSlotIds: readonly string[];
}

/** The terms of an event as they are to be; the caller acts for `organizationId`. */
export interface StatedMeetingTerms extends Omit<MeetingTerms, 'updatedAt'> {
  readonly organizationId: string;
}

/** Participants state their wishes and when they cannot meet; organizers set the terms. */
@Injectable()
export class MeetingWishesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly matchmakingEvents: MatchmakingEventsReader,
    private readonly sides: MeetingSidesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Sets the one wish of a pair and direction. The last one counts. */
  setMeetingWish(viewer: Viewer, stated: StatedWish): Promise<SetMeetingWishResult> {
    allowRegistering(viewer, stated.organizationId);
    return this.transactions.run(async () => {
      const from = await this.requireParticipant(stated);
      const to = await this.sides.findParticipant(stated.eventId, stated.withOrganizationId);
      if (!to || !areTwoSides(from, to)) return new NotAtEventError();
      const { closedSince, mustWishesEach } = await this.termsNow(stated.eventId);
      if (closedSince) return new MeetingWishesClosedError(closedSince);
      if (stated.needId) await this.checkNeed(viewer, stated.needId, { from, to });
      const wish = MeetingWish.create(from, to.id, stated, this.clock.now());
      await this.wishes.lockWishesOf(from.id);
      if (stated.level === WishLevel.MUST && (await this.wishes.countOtherMusts(wish)) >= mustWishesEach)
        return new TooManyMustWishesError(mustWishesEach);
      const stored = await this.wishes.upsertWish(wish);
      await this.recordChange(from);
      return new SetMeetingWishPayload(stored);
    });
  }

  /** Withdraws a wish. A second call changes nothing. */
  withdrawMeetingWish(viewer: Viewer, pair: WishedPair): Promise<WithdrawMeetingWishResult> {
    allowRegistering(viewer, pair.organizationId);
    return this.transactions.run(async () => {
      const from = await this.requireParticipant(pair);
      const { closedSince } = await this.termsNow(pair.eventId);
      if (closedSince) return new MeetingWishesClosedError(closedSince);
      await this.wishes.lockWishesOf(from.id);
      if (await this.wishes.removeWish(from.id, pair.withOrganizationId)) await this.recordChange(from);
      return new WithdrawMeetingWishPayload(from);
    });
  }

  /** Replaces the slots in which a participant cannot meet; agreed meetings stay. Throws NOT_FOUND for slots of another event. */
  setMeetingAvailability(
    viewer: Viewer,
    availability: MeetingAvailability,
  ): Promise<SetMeetingAvailabilityPayload> {
    const { eventId, organizationId, unavailableSlotIds } = availability;
    allowRegistering(viewer, organizationId);
    return this.transactions.run(async () => {
      const registration = await this.requireParticipant({ eventId, organizationId });
      const slots = new Set((await this.grids.findSlots([eventId])).map(({ id }) => id));
      if (unavailableSlotIds.some((id) => !slots.has(id))) throw new NotFoundError();
      await this.wishes.lockWishesOf(registration.id);
      await this.wishes.replaceAbsences(registration.id, unavailableSlotIds);
      await this.recordChange(registration);
      return new SetMeetingAvailabilityPayload(registration);
    });
  }

  /** Replaces the terms of an event, for its organizers. */
  setMeetingTerms(viewer: Viewer, stated: StatedMeetingTerms): Promise<SetMeetingTermsPayload> {
    return this.transactions.run(async () => {
      const { organizationId, eventId } = stated;
      const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
      const now = this.clock.now();
      if (event.stateAt(now) === EventState.CANCELLED) throw new NotFoundError();
      const { wishesUntil, mostPerBuyer, mostPerSupplier, leastEach, mustWishesEach } = stated;
      if (leastEach && [mostPerBuyer, mostPerSupplier].some((most) => most !== null && most < leastEach))
        throw new BadInputError('MEETING_LIMITS_CROSS', {}, ['input.leastEach']);
      await this.wishes.upsertTerms(
        Object.assign(new MeetingTerms(), {
          eventId,
          wishesUntil,
          mostPerBuyer,
          mostPerSupplier,
          leastEach,
          mustWishesEach,
          updatedAt: now,
        }),
      );
      return new SetMeetingTermsPayload(event);
    });
  }

  /** The limit of MUST wishes, and since when wishes are closed: null while they are open. */
  private async termsNow(eventId: string): Promise<{ closedSince: Date | null; mustWishesEach: number }> {
    const event = await this.matchmakingEvents.findEvent(eventId);
    if (!event) throw new NotFoundError();
    const { wishesUntil, mustWishesEach } = await this.wishes.findEventTerms(eventId);
    const until = wishesUntil && wishesUntil < event.endsAt ? wishesUntil : event.endsAt;
    const closed = event.cancelledAt !== null || until <= this.clock.now();
    return { closedSince: closed ? until : null, mustWishesEach };
  }

  /** A wish names a need of the pair's buyer: its own, or one that the supplier may see under the buyer's name. */
  private async checkNeed(
    viewer: Viewer,
    needId: string,
    { from, to }: { from: EventRegistration; to: EventRegistration },
  ): Promise<void> {
    const buyer = from.role === ParticipantRole.BUYER ? from : to;
    const need = await this.needs.findVisibleNeed(viewer, needId);
    const named = need !== null && (need.alias === null || buyer === from);
    if (!named || need.organizationId !== buyer.organizationId) throw new NotFoundError();
  }

  private async requireParticipant({
    eventId,
    organizationId,
  }: {
    eventId: string;
    organizationId: string;
  }): Promise<EventRegistration> {
    const registration = await this.sides.findParticipant(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return registration;
  }

  private recordChange({ id, eventId }: EventRegistration): Promise<void> {
    return this.events.record({
      type: 'MeetingWishesChanged',
      aggregateType: 'EventRegistration',
      aggregateId: id,
      ids: { eventId },
    });
  }
}
