import { DomainEvents, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeEvent } from '../events/matchmaking-event.policy.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import { EventRegistration, type EventRepresentative } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import { EventWaitlistService, registrationMoved } from './event-waitlist.service.js';
import { ParticipantRole, RegistrationState } from './registration.enums.js';
import {
  AcceptEventPlacePayload,
  type AcceptEventPlaceResult,
  AlreadyRegisteredError,
  PlaceOfferExpiredError,
  RegisterAsVisitorPayload,
  type RegisterAsVisitorResult,
  RegisterForEventPayload,
  type RegisterForEventResult,
  RegistrationNotOpenError,
  RegistrationStateError,
  RoleNotAdmittedError,
  TransferEventPlacePayload,
  type TransferEventPlaceResult,
  WithdrawFromEventPayload,
  type WithdrawFromEventResult,
} from './event-registration.graphql.js';
import { allowOwnRegistration, allowRegistering } from './registration.policy.js';
import { type NamedRepresentative, RegistrationTermsReader } from './registration-terms.reader.js';

interface Wish {
  readonly eventId: string;
  readonly answers: readonly { questionId: string; value: string }[];
  readonly clientMutationId?: string | null;
}

/** The registration of an organization: its role and its representatives. */
export interface RegistrationWish extends Wish {
  readonly organizationId: string;
  readonly role: ParticipantRole;
  readonly representatives: readonly NamedRepresentative[];
}

/** The registration of a visitor without an organization. */
export interface VisitWish extends Wish {
  readonly companyName: string | null;
  readonly jobTitle: string | null;
}

/** A registration and the organization that the caller acts for. */
export interface RegistrationStep {
  readonly id: string;
  readonly organizationId: string;
}

/** A registration, and the organization that the caller acts for; null for a visitor without an organization. */
export interface OwnRegistrationStep {
  readonly id: string;
  readonly organizationId: string | null;
}

/** An organization with its representatives, or a visitor. */
type Registrant =
  | { readonly organizationId: string; readonly representatives: readonly NamedRepresentative[] }
  | { readonly visitorId: string; readonly companyName: string | null; readonly jobTitle: string | null };

interface Form extends Pick<Wish, 'eventId' | 'answers'> {
  readonly role: ParticipantRole;
  readonly registrant: Registrant;
}

type Person = Omit<EventRepresentative, 'registrationId' | 'eventId'>;

/** What both ways to register can lead to. */
type AnyRegistrationResult = RegisterForEventResult & RegisterAsVisitorResult;

/** What an organization, or a visitor without one, does with its own registration. */
@Injectable()
export class RegistrationChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly waitlist: EventWaitlistService,
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly representatives: EventRepresentativesRepository,
    private readonly terms: RegistrationTermsReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers an organization, once for each client mutation: it gets a place, joins the waitlist or waits for approval.
   * Throws BAD_INPUT for invalid representatives and answers.
   */
  async registerOrganization(viewer: Viewer, wish: RegistrationWish): Promise<RegisterForEventResult> {
    const { eventId, answers, role, organizationId, representatives } = wish;
    allowRegistering(viewer, organizationId);
    const form = { eventId, answers, role, registrant: { organizationId, representatives } };
    return this.runner.runCreation<RegisterForEventResult>(viewer, {
      operation: 'registerForEvent',
      clientMutationId: wish.clientMutationId,
      create: () => this.insertRegistration(viewer, form),
      present: async (id) => {
        const registration = await this.registrations.findRegistration(id);
        if (registration?.organizationId !== organizationId) throw new NotFoundError();
        return new RegisterForEventPayload(registration);
      },
    });
  }

  /** Registers the viewer as a visitor, once for each client mutation; throws BAD_INPUT for invalid answers. */
  registerVisitor(viewer: Viewer, wish: VisitWish): Promise<RegisterAsVisitorResult> {
    const { eventId, answers, companyName, jobTitle } = wish;
    return this.runner.runCreation<RegisterAsVisitorResult>(viewer, {
      operation: 'registerAsVisitor',
      clientMutationId: wish.clientMutationId,
      create: (visitorId) => {
        const registrant = { visitorId, companyName, jobTitle };
        return this.insertRegistration(viewer, {
          eventId,
          answers,
          role: ParticipantRole.VISITOR,
          registrant,
        });
      },
      present: async (id) => {
        const registration = await this.registrations.findRegistration(id);
        if (!registration) throw new NotFoundError();
        return new RegisterAsVisitorPayload(registration);
      },
    });
  }

  /** Withdraws a registration; its place is offered to the next in line. Withdrawing twice changes nothing. */
  withdrawRegistration(viewer: Viewer, step: OwnRegistrationStep): Promise<WithdrawFromEventResult> {
    return this.transactions.run(async () => {
      const { event, admission, registration } = await this.waitlist.lockRegistration(step.id);
      allowOwnRegistration(viewer, registration, { event, actingOrganizationId: step.organizationId });
      if (registration.state === RegistrationState.WITHDRAWN)
        return new WithdrawFromEventPayload(registration);
      if (!registration.active) return new RegistrationStateError(registration.state);
      registration.moveTo(RegistrationState.WITHDRAWN, this.clock.now());
      await this.waitlist.saveMove(registration);
      if (admission) await this.waitlist.offerFreePlaces(event, admission);
      return new WithdrawFromEventPayload(registration);
    });
  }

  /** Accepts an offered place in time; accepting twice changes nothing. */
  acceptPlace(viewer: Viewer, step: OwnRegistrationStep): Promise<AcceptEventPlaceResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.waitlist.lockRegistration(step.id);
      allowOwnRegistration(viewer, registration, { event, actingOrganizationId: step.organizationId });
      if (registration.state === RegistrationState.CONFIRMED)
        return new AcceptEventPlacePayload(registration);
      if (registration.state !== RegistrationState.OFFERED)
        return new RegistrationStateError(registration.state);
      if (!registration.offerStandsAt(this.clock.now())) return new PlaceOfferExpiredError();
      registration.moveTo(RegistrationState.CONFIRMED, this.clock.now());
      await this.waitlist.saveMove(registration);
      return new AcceptEventPlacePayload(registration);
    });
  }

  /** Passes the place of a representative to a colleague; the earlier ticket becomes void. */
  transferPlace(
    viewer: Viewer,
    step: RegistrationStep & { representativeId: string; colleague: NamedRepresentative },
  ): Promise<TransferEventPlaceResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.waitlist.lockRegistration(step.id);
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

  private async insertRegistration(viewer: Viewer, form: Form): Promise<string> {
    const { eventId, role, registrant } = form;
    const { event, admission } = await this.waitlist.lockRole(eventId, role);
    if (!maySeeEvent(viewer, event)) throw new NotFoundError();
    const now = this.clock.now();
    if (!event.registrationOpenAt(now))
      throw new Rollback<AnyRegistrationResult>(new RegistrationNotOpenError());
    if (!admission) throw new Rollback<AnyRegistrationResult>(new RoleNotAdmittedError());
    const present = await this.findActive(eventId, registrant);
    if (present) throw new Rollback<AnyRegistrationResult>(new AlreadyRegisteredError(present));
    const questions = await this.admissions.findQuestions([eventId]);
    const answers = this.terms.readAnswers(questions, form.answers);
    const people = await this.readPeople(registrant);
    const owner =
      'visitorId' in registrant
        ? { organizationId: null, visitorId: registrant.visitorId, companyName: registrant.companyName }
        : { organizationId: registrant.organizationId };
    const given = { id: newId(), eventId, role, registeredBy: viewer.userId, answers };
    const joinedAt = await this.registrations.findNextJoinedAt(eventId, role, now);
    const registration = EventRegistration.submit({ ...given, ...owner }, joinedAt, now);
    if (!admission.approvalNeeded) await this.waitlist.settleRegistration(registration, admission);
    await this.registrations.insertRegistration(registration);
    await this.representatives.insertRepresentatives(
      people.map((person) => ({ ...person, registrationId: registration.id, eventId })),
    );
    await this.events.record(registrationMoved(registration));
    return registration.id;
  }

  private findActive(eventId: string, registrant: Registrant): Promise<EventRegistration | null> {
    return 'visitorId' in registrant
      ? this.registrations.findActiveVisit(eventId, registrant.visitorId)
      : this.registrations.findActiveRegistration(eventId, registrant.organizationId);
  }

  private async readPeople(registrant: Registrant): Promise<Person[]> {
    if ('visitorId' in registrant)
      return [await this.terms.readVisitor(registrant.visitorId, registrant.jobTitle)];
    return this.terms.readRepresentatives(registrant.organizationId, registrant.representatives);
  }
}
