import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError } from '@app/kernel';
import { allowRegistering, type EventRegistration } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { areTwoSides, MeetingParticipants } from '../booking/meeting-participants.js';
import { NotAtEventError } from '../booking/meeting.errors.js';
import { MeetingWish } from './meeting-wish.entity.js';
import { WishLevel } from './meeting-wish.enums.js';
import { MeetingWishesClosedError, TooManyMustWishesError } from './meeting-wish.errors.js';
import { wishesChanged } from './meeting-wish.events.js';
import {
  SetMeetingWishPayload,
  type SetMeetingWishResult,
  WithdrawMeetingWishPayload,
  type WithdrawMeetingWishResult,
} from './meeting-wish.results.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';
import { WishTermsReader } from './wish-terms.reader.js';

/** Who says something of whom at an event; the caller acts for `organizationId`. */
export interface WishedPair {
  readonly eventId: string;
  readonly organizationId: string;
  readonly withOrganizationId: string;
}

/** What is wished. */
export interface StatedWish extends WishedPair {
  readonly level: WishLevel;
  readonly needId: string | null;
}

/** Editors of a confirmed participant say whom of the other side they wish to meet, in time. */
@Injectable()
export class StateMeetingWishes {
  constructor(
    private readonly transactions: Transactions,
    private readonly participants: MeetingParticipants,
    private readonly terms: WishTermsReader,
    private readonly wishes: MeetingWishesRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Sets the one wish of a pair and direction; the last one counts, and the same again changes nothing. */
  set(viewer: Viewer, stated: StatedWish): Promise<SetMeetingWishResult> {
    allowRegistering(viewer, stated.organizationId);
    return this.transactions.run(async () => {
      const from = await this.present(stated);
      const to = await this.participants.confirmed(stated.eventId, stated.withOrganizationId);
      if (!to || !areTwoSides(from, to)) return new NotAtEventError();
      const { closedSince, mustWishesEach } = await this.terms.of(stated.eventId);
      if (closedSince) return new MeetingWishesClosedError(closedSince);
      if (stated.needId) await this.terms.checkNeed(viewer, stated.needId, { from, to });
      const wish = wishOf(from, to, stated, this.clock.now());
      await this.wishes.queueFor(from.id);
      if (stated.level === WishLevel.MUST && (await this.wishes.mustsBeside(wish)) >= mustWishesEach)
        return new TooManyMustWishesError(mustWishesEach);
      const stored = await this.wishes.put(wish);
      await this.events.record(wishesChanged(from));
      return new SetMeetingWishPayload(stored);
    });
  }

  /** Takes a wish back. Twice the same is once. */
  withdraw(viewer: Viewer, pair: WishedPair): Promise<WithdrawMeetingWishResult> {
    allowRegistering(viewer, pair.organizationId);
    return this.transactions.run(async () => {
      const from = await this.present(pair);
      const { closedSince } = await this.terms.of(pair.eventId);
      if (closedSince) return new MeetingWishesClosedError(closedSince);
      await this.wishes.queueFor(from.id);
      if (await this.wishes.remove(from.id, pair.withOrganizationId))
        await this.events.record(wishesChanged(from));
      return new WithdrawMeetingWishPayload(from);
    });
  }

  private async present({ eventId, organizationId }: WishedPair): Promise<EventRegistration> {
    const registration = await this.participants.confirmed(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return registration;
  }
}

function wishOf(
  from: EventRegistration,
  to: EventRegistration,
  { level, needId }: StatedWish,
  at: Date,
): MeetingWish {
  return Object.assign(new MeetingWish(), {
    id: newId(),
    eventId: from.eventId,
    fromRegistrationId: from.id,
    toRegistrationId: to.id,
    level,
    needId,
    createdAt: at,
    updatedAt: at,
  });
}
