import { JobHandler, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventWaitlistService, EXPIRE_PLACE_OFFER, type ExpirePlaceOffer } from './event-waitlist.service.js';
import { RegistrationState } from './registration.enums.js';

/** Passes an offered place that was not accepted in time to the next in the waitlist. Running twice or late is harmless. */
@Injectable()
export class ExpirePlaceOfferJob extends JobHandler<ExpirePlaceOffer> {
  readonly kind = EXPIRE_PLACE_OFFER;

  constructor(
    private readonly transactions: Transactions,
    private readonly registrations: EventRegistrationsRepository,
    private readonly waitlist: EventWaitlistService,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle({ registrationId, offeredAt }: ExpirePlaceOffer): Promise<void> {
    await this.transactions.run(async () => {
      // Gone with its event or organization.
      if (!(await this.registrations.findRegistration(registrationId))) return;
      const { event, admission, registration } = await this.waitlist.lockRegistration(registrationId);
      const now = this.clock.now();
      const meant = registration.offeredAt?.toISOString() === offeredAt;
      if (registration.state !== RegistrationState.OFFERED || !meant) return;
      if (registration.offerStandsAt(now)) throw new Error('the offer still stands; it is asked again later');
      registration.moveTo(RegistrationState.LAPSED, now);
      await this.waitlist.saveMove(registration);
      if (admission) await this.waitlist.offerFreePlaces(event, admission);
    });
  }
}
