import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventPlacesService } from './event-places.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import { LockedRegistrations } from './locked-registrations.js';
import { RegistrationState } from './registration.enums.js';
import { PlaceOfferExpiredError, RegistrationStateError } from './registration.errors.js';
import { allowOwnRegistration } from './registration.policy.js';
import {
  AcceptEventPlacePayload,
  type AcceptEventPlaceResult,
  TransferEventPlacePayload,
  type TransferEventPlaceResult,
  WithdrawFromEventPayload,
  type WithdrawFromEventResult,
} from './registration.results.js';
import { type NamedRepresentative, RegistrationTermsReader } from './registration-terms.reader.js';

/** A registration and the organization that the caller acts for. */
export interface RegistrationStep {
  readonly id: string;
  readonly organizationId: string;
}

/** A registration, and the organization that the caller acts for; null for a visitor on their own. */
export interface OwnRegistrationStep {
  readonly id: string;
  readonly organizationId: string | null;
}

/** What a registered organization, or a visitor on their own, does with the registration. */
@Injectable()
export class RegistrationChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly locked: LockedRegistrations,
    private readonly places: EventPlacesService,
    private readonly representatives: EventRepresentativesRepository,
    private readonly terms: RegistrationTermsReader,
    private readonly clock: Clock,
  ) {}

  /** Takes it back; a place that becomes free is offered to the next in line. Twice the same is once. */
  withdrawRegistration(viewer: Viewer, step: OwnRegistrationStep): Promise<WithdrawFromEventResult> {
    return this.transactions.run(async () => {
      const { event, admission, registration } = await this.locked.lockRegistration(step.id);
      allowOwnRegistration(viewer, registration, { event, actingOrganizationId: step.organizationId });
      if (registration.state === RegistrationState.WITHDRAWN)
        return new WithdrawFromEventPayload(registration);
      if (!registration.active) return new RegistrationStateError(registration.state);
      registration.moveTo(RegistrationState.WITHDRAWN, this.clock.now());
      await this.places.saveMove(registration);
      if (admission) await this.places.offerFreePlaces(event, admission);
      return new WithdrawFromEventPayload(registration);
    });
  }

  /** Takes the place that is kept for it, in time. Twice the same is once. */
  acceptPlace(viewer: Viewer, step: OwnRegistrationStep): Promise<AcceptEventPlaceResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.locked.lockRegistration(step.id);
      allowOwnRegistration(viewer, registration, { event, actingOrganizationId: step.organizationId });
      if (registration.state === RegistrationState.CONFIRMED)
        return new AcceptEventPlacePayload(registration);
      if (registration.state !== RegistrationState.OFFERED)
        return new RegistrationStateError(registration.state);
      if (!registration.offerStandsAt(this.clock.now())) return new PlaceOfferExpiredError();
      registration.moveTo(RegistrationState.CONFIRMED, this.clock.now());
      await this.places.saveMove(registration);
      return new AcceptEventPlacePayload(registration);
    });
  }

  /** Lets a colleague come instead; the ticket of who comes no more is void from now on. */
  transferPlace(
    viewer: Viewer,
    step: RegistrationStep & { representativeId: string; colleague: NamedRepresentative },
  ): Promise<TransferEventPlaceResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.locked.lockRegistration(step.id);
      allowOwnRegistration(viewer, registration, { event, actingOrganizationId: step.organizationId });
      if (!registration.active) return new RegistrationStateError(registration.state);
      const person = await this.representatives.lockRepresentative(step.representativeId);
      if (person?.registrationId !== registration.id) throw new NotFoundError();
      const [colleague] = await this.terms.readRepresentatives(step.organizationId, [step.colleague]);
      const { userId, name, jobTitle } = colleague!;
      const same = person.userId === userId && person.name === name;
      const ticketSerial = person.ticketSerial + (same ? 0 : 1);
      await this.representatives.saveRepresentative({ ...person, userId, name, jobTitle, ticketSerial });
      return new TransferEventPlacePayload(registration);
    });
  }
}
