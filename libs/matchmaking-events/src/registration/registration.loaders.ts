import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EventAdmission, EventQuestion, EventTicketKey } from './event-admission.entity.js';
import { EventAdmissionsRepository, TicketKeysRepository } from './event-admissions.repository.js';
import type { EventRegistration, EventRepresentative } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';

/** Registrations by key. Whoever shows them asks the policy first. */
@Injectable()
export class EventRegistrationsLoader extends BatchLoader<EventRegistration> {
  constructor(private readonly registrations: EventRegistrationsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<EventRegistration[]> {
    return this.registrations.findRegistrations(ids);
  }

  protected keyOf({ id }: EventRegistration): string {
    return id;
  }
}

/** The persons of registrations. */
@Injectable()
export class EventRepresentativesLoader extends BatchListLoader<EventRepresentative> {
  constructor(private readonly people: EventRepresentativesRepository) {
    super();
  }

  protected fetch(registrationIds: readonly string[]): Promise<EventRepresentative[]> {
    return this.people.findRepresentatives(registrationIds);
  }

  protected keyOf({ registrationId }: EventRepresentative): string {
    return registrationId;
  }
}

/** A person of a registration by key. Whoever shows it asks the policy first. */
@Injectable()
export class EventRepresentativeLoader extends BatchLoader<EventRepresentative> {
  constructor(private readonly people: EventRepresentativesRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<EventRepresentative[]> {
    return this.people.findRepresentativesByKey(ids);
  }

  protected keyOf({ id }: EventRepresentative): string {
    return id;
  }
}

/** How many wait before a registration. */
@Injectable()
export class PlacesInLineLoader extends BatchLoader<{ id: string; ahead: number }> {
  constructor(private readonly registrations: EventRegistrationsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<{ id: string; ahead: number }[]> {
    return this.registrations.countAhead(ids);
  }

  protected keyOf({ id }: { id: string }): string {
    return id;
  }
}

/** Whom events admit. */
@Injectable()
export class EventAdmissionsLoader extends BatchListLoader<EventAdmission> {
  constructor(private readonly admissions: EventAdmissionsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<EventAdmission[]> {
    return this.admissions.findAdmissions(eventIds);
  }

  protected keyOf({ eventId }: EventAdmission): string {
    return eventId;
  }
}

/** What events ask. */
@Injectable()
export class EventQuestionsLoader extends BatchListLoader<EventQuestion> {
  constructor(private readonly admissions: EventAdmissionsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<EventQuestion[]> {
    return this.admissions.findQuestions(eventIds);
  }

  protected keyOf({ eventId }: EventQuestion): string {
    return eventId;
  }
}

interface TakenPlaces {
  readonly eventId: string;
  readonly role: string;
  readonly taken: number;
}

/** How many places of events are taken, by role. */
@Injectable()
export class TakenPlacesLoader extends BatchListLoader<TakenPlaces> {
  constructor(private readonly registrations: EventRegistrationsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<TakenPlaces[]> {
    return this.registrations.countTakenPlacesByRole(eventIds);
  }

  protected keyOf({ eventId }: TakenPlaces): string {
    return eventId;
  }
}

/** The keys of tickets, many events in one statement. */
@Injectable()
export class TicketKeysLoader extends BatchLoader<EventTicketKey> {
  constructor(private readonly keys: TicketKeysRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<EventTicketKey[]> {
    return this.keys.findKeys(eventIds);
  }

  protected keyOf({ eventId }: EventTicketKey): string {
    return eventId;
  }
}
