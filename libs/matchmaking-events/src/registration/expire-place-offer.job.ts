import { JobHandler, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventPlacesService } from './event-places.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EXPIRE_PLACE_OFFER, type ExpirePlaceOffer } from './expire-place-offer.job-kind.js';
import { LockedRegistrations } from './locked-registrations.js';
import { RegistrationState } from './registration.enums.js';

/** Passes a place that was not accepted in time to the next in line. Coming twice or too late does no harm. */
@Injectable()
export class ExpirePlaceOfferJob extends JobHandler<ExpirePlaceOffer> {
  readonly kind = EXPIRE_PLACE_OFFER;

  constructor(
    private readonly transactions: Transactions,
    private readonly registrations: EventRegistrationsRepository,
    private readonly locked: LockedRegistrations,
    private readonly places: EventPlacesService,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ registrationId, offeredAt }: ExpirePlaceOffer): Promise<void> {
    await this.transactions.run(async () => {
      // Gone with its event or organization.
      if (!(await this.registrations.findRegistration(registrationId))) return;
      const { event, admission, registration } = await this.locked.lockRegistration(registrationId);
      const now = this.clock.now();
      const meant = registration.offeredAt?.toISOString() === offeredAt;
      if (registration.state !== RegistrationState.OFFERED || !meant) return;
      if (registration.offerStandsAt(now)) throw new Error('the offer still stands; it is asked again later');
      registration.moveTo(RegistrationState.LAPSED, now);
      await this.places.saveMove(registration);
      if (admission) await this.places.offerFreePlaces(event, admission);
    });
  }
}
