import { DomainEvents } from '@app/database';
import { Injectable } from '@nestjs/common';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import type {
  EventRegistration,
  EventRepresentative,
  RegistrationAnswer,
} from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import type { ParticipantRole } from './registration.enums.js';
import { registrationMoved } from './registration.events.js';
import { type NamedRepresentative, RegistrationTermsReader } from './registration-terms.reader.js';

type Person = Omit<EventRepresentative, 'registrationId' | 'eventId'>;

/** What somebody filled in. */
interface Filled {
  readonly eventId: string;
  readonly registrant: Registrant;
  readonly answers: readonly { questionId: string; value: string }[];
}

/** Who registers: an organization with those who come for it, or a visitor on their own. */
export type Registrant =
  | { readonly organizationId: string; readonly representatives: readonly NamedRepresentative[] }
  | { readonly visitorId: string; readonly companyName: string | null; readonly jobTitle: string | null };

/** The registration sheets of events: what is filled in, read and kept, in the running transaction. */
@Injectable()
export class RegistrationSheets {
  constructor(
    private readonly registrations: EventRegistrationsRepository,
    private readonly representatives: EventRepresentativesRepository,
    private readonly admissions: EventAdmissionsRepository,
    private readonly terms: RegistrationTermsReader,
    private readonly events: DomainEvents,
  ) {}

  find(id: string): Promise<EventRegistration | null> {
    return this.registrations.findRegistration(id);
  }

  /** The registration of an organization, or of a visitor on their own, that is not over. */
  activeOf(eventId: string, registrant: Registrant): Promise<EventRegistration | null> {
    return 'visitorId' in registrant
      ? this.registrations.findActiveVisit(eventId, registrant.visitorId)
      : this.registrations.findActiveRegistration(eventId, registrant.organizationId);
  }

  /** The last place in the line of an event and role. */
  nextInLine({ eventId, role }: { eventId: string; role: ParticipantRole }, now: Date): Promise<Date> {
    return this.registrations.findNextJoinedAt(eventId, role, now);
  }

  /** Persons and answers of a sheet; throws BAD_INPUT. */
  async read(filled: Filled): Promise<{ people: Person[]; answers: RegistrationAnswer[] }> {
    const questions = await this.admissions.findQuestions([filled.eventId]);
    const answers = this.terms.readAnswers(questions, filled.answers);
    return { answers, people: await this.peopleOf(filled.registrant) };
  }

  private async peopleOf(registrant: Registrant): Promise<Person[]> {
    if ('visitorId' in registrant)
      return [await this.terms.readVisitor(registrant.visitorId, registrant.jobTitle)];
    return this.terms.readRepresentatives(registrant.organizationId, registrant.representatives);
  }

  /** Keeps a new registration with its persons and tells of it. */
  async add(registration: EventRegistration, people: readonly Person[]): Promise<void> {
    await this.registrations.insertRegistration(registration);
    const { id: registrationId, eventId } = registration;
    await this.representatives.insertRepresentatives(
      people.map((person) => ({ ...person, registrationId, eventId })),
    );
    await this.events.record(registrationMoved(registration));
  }
}
