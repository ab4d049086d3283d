import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { allowRegistering } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import { MeetingParticipants } from '../booking/meeting-participants.js';
import { wishesChanged } from './meeting-wish.events.js';
import { SetMeetingAvailabilityPayload } from './meeting-wish.results.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';

/** When a participant cannot meet, as it is to be. */
export interface MeetingAvailability {
  readonly eventId: string;
  readonly organizationId: string;
  readonly unavailableSlotIds: readonly string[];
}

/** Editors of a confirmed participant say in which slots it cannot meet. Meetings agreed before stay. */
@Injectable()
export class SetMeetingAvailability {
  constructor(
    private readonly transactions: Transactions,
    private readonly participants: MeetingParticipants,
    private readonly grids: MeetingGridsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly events: DomainEvents,
  ) {}

  /** Sets it as a whole; throws NOT_FOUND for slots of another event. */
  set(viewer: Viewer, availability: MeetingAvailability): Promise<SetMeetingAvailabilityPayload> {
    const { eventId, organizationId, unavailableSlotIds } = availability;
    allowRegistering(viewer, organizationId);
    return this.transactions.run(async () => {
      const registration = await this.participants.confirmed(eventId, organizationId);
      if (!registration) throw new NotFoundError();
      const slots = new Set((await this.grids.slotsOf([eventId])).map(({ id }) => id));
      if (unavailableSlotIds.some((id) => !slots.has(id))) throw new NotFoundError();
      await this.wishes.queueFor(registration.id);
      await this.wishes.replaceAbsences(registration.id, unavailableSlotIds);
      await this.events.record(wishesChanged(registration));
      return new SetMeetingAvailabilityPayload(registration);
    });
  }
}
