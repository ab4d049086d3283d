import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeEvent } from '../events/matchmaking-event.policy.js';
import { EventPlacesService } from './event-places.js';
import { EventRegistration } from './event-registration.entity.js';
import { LockedRegistrations } from './locked-registrations.js';
import { ParticipantRole } from './registration.enums.js';
import {
  AlreadyRegisteredError,
  RegistrationNotOpenError,
  RoleNotAdmittedError,
} from './registration.errors.js';
import { allowRegistering } from './registration.policy.js';
import {
  RegisterAsVisitorPayload,
  type RegisterAsVisitorResult,
  RegisterForEventPayload,
  type RegisterForEventResult,
} from './registration.results.js';
import { type Registrant, RegistrationSheets } from './registration-sheets.js';
import type { NamedRepresentative } from './registration-terms.reader.js';

interface Wish {
  readonly eventId: string;
  readonly answers: readonly { questionId: string; value: string }[];
  readonly clientMutationId?: string | null;
}

/** Who wants to come, as what, with whom. */
export interface RegistrationWish extends Wish {
  readonly organizationId: string;
  readonly role: ParticipantRole;
  readonly representatives: readonly NamedRepresentative[];
}

/** What a visitor on their own says of themselves. */
export interface VisitWish extends Wish {
  readonly companyName: string | null;
  readonly jobTitle: string | null;
}

interface Sheet extends Pick<Wish, 'eventId' | 'answers'> {
  readonly role: ParticipantRole;
  readonly registrant: Registrant;
}

/** What both ways to register can lead to. */
type AnyRegistrationResult = RegisterForEventResult & RegisterAsVisitorResult;

/** An organization or a visitor registers: with a place, on the waitlist, or for the organizers to approve. */
@Injectable()
export class RegisterForEvent {
  constructor(
    private readonly locked: LockedRegistrations,
    private readonly sheets: RegistrationSheets,
    private readonly places: EventPlacesService,
    private readonly runner: UseCaseRunner,
    private readonly clock: Clock,
  ) {}

  /** An editor registers the organization, once for each key; throws BAD_INPUT for persons and answers that cannot be. */
  async registerOrganization(viewer: Viewer, wish: RegistrationWish): Promise<RegisterForEventResult> {
    const { eventId, answers, role, organizationId, representatives } = wish;
    allowRegistering(viewer, organizationId);
    const sheet = { eventId, answers, role, registrant: { organizationId, representatives } };
    return this.runner.runCreation<RegisterForEventResult>(viewer, {
      operation: 'registerForEvent',
      clientMutationId: wish.clientMutationId,
      create: () => this.take(viewer, sheet),
      present: async (id) => {
        const registration = await this.sheets.find(id);
        if (registration?.organizationId !== organizationId) throw new NotFoundError();
        return new RegisterForEventPayload(registration);
      },
    });
  }

  /** A person registers as a visitor on their own, once for each key; throws BAD_INPUT for answers that cannot be. */
  registerVisitor(viewer: Viewer, wish: VisitWish): Promise<RegisterAsVisitorResult> {
    const { eventId, answers, companyName, jobTitle } = wish;
    return this.runner.runCreation<RegisterAsVisitorResult>(viewer, {
      operation: 'registerAsVisitor',
      clientMutationId: wish.clientMutationId,
      create: (visitorId) => {
        const registrant = { visitorId, companyName, jobTitle };
        return this.take(viewer, { eventId, answers, role: ParticipantRole.VISITOR, registrant });
      },
      present: async (id) => {
        const registration = await this.sheets.find(id);
        if (!registration) throw new NotFoundError();
        return new RegisterAsVisitorPayload(registration);
      },
    });
  }

  private async take(viewer: Viewer, filled: Sheet): Promise<string> {
    const { eventId, role, registrant } = filled;
    const { event, admission } = await this.locked.lockRole(eventId, role);
    if (!maySeeEvent(viewer, event)) throw new NotFoundError();
    const now = this.clock.now();
    if (!event.registrationOpenAt(now))
      throw new Rollback<AnyRegistrationResult>(new RegistrationNotOpenError());
    if (!admission) throw new Rollback<AnyRegistrationResult>(new RoleNotAdmittedError());
    const present = await this.sheets.activeOf(eventId, registrant);
    if (present) throw new Rollback<AnyRegistrationResult>(new AlreadyRegisteredError(present));
    const sheet = await this.sheets.read(filled);
    const who =
      'visitorId' in registrant
        ? { organizationId: null, visitorId: registrant.visitorId, companyName: registrant.companyName }
        : { organizationId: registrant.organizationId };
    const given = { id: newId(), eventId, role, registeredBy: viewer.userId, answers: sheet.answers };
    const joinedAt = await this.sheets.nextInLine(filled, now);
    const registration = EventRegistration.submit({ ...given, ...who }, joinedAt, now);
    if (!admission.approvalNeeded) await this.places.settleRegistration(registration, admission);
    await this.sheets.add(registration, sheet.people);
    return registration.id;
  }
}
