import type { Connection, LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventQuestion } from './event-admission.entity.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import type { EventRegistration, EventRepresentative } from './event-registration.entity.js';
import { EventRegistrationsRepository, type RegistrationFilter } from './event-registrations.repository.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import { EventRegistrationsLoader, EventRepresentativeLoader } from './registration.loaders.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Reads registrations for other libraries. Checks no permission: ask the policy before showing one. */
@Injectable()
export class EventRegistrationsReader {
  constructor(
    private readonly events: MatchmakingEventsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly admissions: EventAdmissionsRepository,
    private readonly loader: EventRegistrationsLoader,
  ) {}

  /** A registration by key. */
  findRegistration(id: string): Promise<EventRegistration | null> {
    return this.registrations.findRegistration(id);
  }

  /** Registrations by key, in any order. */
  findRegistrations(ids: readonly string[]): Promise<EventRegistration[]> {
    return this.registrations.findRegistrations(ids);
  }

  /** A registration by key, batched with others of the same request. */
  loadRegistration(loaders: LoaderScope, id: string): Promise<EventRegistration | null> {
    return this.loader.load(loaders, id);
  }

  /** A registration and its event; null when one of them is gone. */
  async findRegistrationWithEvent(
    id: string,
  ): Promise<{ registration: EventRegistration; event: MatchmakingEvent } | null> {
    const registration = await this.registrations.findRegistration(id);
    const event = registration && (await this.events.findEvent(registration.eventId));
    return event ? { registration, event } : null;
  }

  /** The registration of an organization for an event that is not over. */
  findActiveRegistration(eventId: string, organizationId: string): Promise<EventRegistration | null> {
    return this.registrations.findActiveRegistration(eventId, organizationId);
  }

  /** All registrations with a confirmed place at an event, by key. */
  findConfirmedRegistrations(eventId: string): Promise<EventRegistration[]> {
    return this.registrations.findConfirmedRegistrations(eventId);
  }

  /** A page of registrations, by key. */
  findRegistrationPage(filter: RegistrationFilter, wish: PageWish): Promise<Connection<EventRegistration>> {
    return this.registrations.findRegistrationPage(filter, wish);
  }

  /** The questions of events, in the organizer's order. */
  findQuestions(eventIds: readonly string[]): Promise<EventQuestion[]> {
    return this.admissions.findQuestions(eventIds);
  }
}

/** Reads representatives for other libraries. Checks no permission. */
@Injectable()
export class EventRepresentativesReader {
  constructor(
    private readonly representatives: EventRepresentativesRepository,
    private readonly loader: EventRepresentativeLoader,
  ) {}

  /** A representative by key. */
  findRepresentative(id: string): Promise<EventRepresentative | null> {
    return this.representatives.findRepresentative(id);
  }

  /** A representative by key, batched with others of the same request. */
  loadRepresentative(loaders: LoaderScope, id: string): Promise<EventRepresentative | null> {
    return this.loader.load(loaders, id);
  }

  /** The representatives of registrations, in the order in which they were named. */
  findRepresentatives(registrationIds: readonly string[]): Promise<EventRepresentative[]> {
    return this.representatives.findRepresentatives(registrationIds);
  }

  /** A page of the representatives with a place at an event. */
  findExpectedPage(eventId: string, wish: PageWish): Promise<Connection<EventRepresentative>> {
    return this.representatives.findExpectedPage(eventId, wish);
  }
}
