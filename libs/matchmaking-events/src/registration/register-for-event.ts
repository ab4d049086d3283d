import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, type Outcome, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeEvent } from '../events/matchmaking-event.policy.js';
import { EventPlaces } from './event-places.js';
import { EventRegistration } from './event-registration.entity.js';
import { LockedRegistrations } from './locked-registrations.js';
import type { ParticipantRole } from './registration.enums.js';
import {
  AlreadyRegisteredError,
  RegistrationNotOpenError,
  RoleNotAdmittedError,
} from './registration.errors.js';
import { allowRegistering } from './registration.policy.js';
import { RegisterForEventPayload, type RegisterForEventResult } from './registration.results.js';
import { RegistrationSheets } from './registration-sheets.js';
import type { NamedRepresentative } from './registration-terms.reader.js';

/** Who wants to come, as what, with whom. */
export interface RegistrationWish {
  readonly eventId: string;
  readonly organizationId: string;
  readonly role: ParticipantRole;
  readonly representatives: readonly NamedRepresentative[];
  readonly answers: readonly { questionId: string; value: string }[];
  readonly clientMutationId?: string | null;
}

/** Undoes the transaction for an outcome that the caller is told of. */
class NotTaken extends Error {
  constructor(readonly outcome: Outcome & RegisterForEventResult) {
    super(outcome.code);
  }
}

/** An editor registers the organization: with a place, on the waitlist, or for the organizers to approve. */
@Injectable()
export class RegisterForEvent {
  constructor(
    private readonly locked: LockedRegistrations,
    private readonly sheets: RegistrationSheets,
    private readonly places: EventPlaces,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Registers once for each key; throws BAD_INPUT for persons and answers that cannot be. */
  async register(viewer: Viewer, wish: RegistrationWish): Promise<RegisterForEventResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowRegistering(viewer, wish.organizationId);
    const { clientMutationId } = wish;
    const key = { actorId: viewer.userId, operation: 'registerForEvent', clientMutationId };
    try {
      const { id } = await this.clientMutations.once(key, () => this.take(viewer, wish));
      const registration = await this.sheets.find(id);
      if (registration?.organizationId !== wish.organizationId) throw new NotFoundError();
      return new RegisterForEventPayload(registration);
    } catch (error) {
      if (error instanceof NotTaken) return error.outcome;
      throw error;
    }
  }

  private async take(viewer: Viewer, wish: RegistrationWish): Promise<string> {
    const { eventId, organizationId, role } = wish;
    const { event, admission } = await this.locked.role(eventId, role);
    if (!maySeeEvent(viewer, event)) throw new NotFoundError();
    const now = this.clock.now();
    if (!event.registrationOpenAt(now)) throw new NotTaken(new RegistrationNotOpenError());
    if (!admission) throw new NotTaken(new RoleNotAdmittedError());
    const present = await this.sheets.activeOf(eventId, organizationId);
    if (present) throw new NotTaken(new AlreadyRegisteredError(present));
    const sheet = await this.sheets.read(wish);
    const given = { id: newId(), eventId, role, organizationId, registeredBy: viewer.userId };
    const joinedAt = await this.sheets.nextInLine(wish, now);
    const registration = EventRegistration.submit({ ...given, answers: sheet.answers }, joinedAt, now);
    if (!admission.approvalNeeded) await this.places.settle(registration, admission);
    await this.sheets.add(registration, sheet.people);
    return registration.id;
  }
}
