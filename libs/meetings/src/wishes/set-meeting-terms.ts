import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, NotFoundError } from '@app/kernel';
import { EventState, OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingTerms } from './meeting-terms.entity.js';
import { MeetingTermsRepository } from './meeting-terms.repository.js';
import { SetMeetingTermsPayload } from './meeting-wish.results.js';

/** The terms as they are to be; the caller acts for `organizationId`. */
export interface StatedMeetingTerms extends Omit<MeetingTerms, 'updatedAt'> {
  readonly organizationId: string;
}

/** Those who organize an event say until when wishes are taken and how many meetings each has. */
@Injectable()
export class SetMeetingTerms {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly terms: MeetingTermsRepository,
    private readonly clock: Clock,
  ) {}

  /** Sets them as a whole. */
  set(viewer: Viewer, stated: StatedMeetingTerms): Promise<SetMeetingTermsPayload> {
    return this.transactions.run(async () => {
      const { organizationId, eventId } = stated;
      const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
      const now = this.clock.now();
      if (event.stateAt(now) === EventState.CANCELLED) throw new NotFoundError();
      const { wishesUntil, mostPerBuyer, mostPerSupplier, leastEach, mustWishesEach } = stated;
      if (leastEach && [mostPerBuyer, mostPerSupplier].some((most) => most !== null && most < leastEach))
        throw new BadInputError('MEETING_LIMITS_CROSS', {}, ['input.leastEach']);
      await this.terms.put(
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
}
