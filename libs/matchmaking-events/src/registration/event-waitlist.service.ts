import { type DomainEvent, DomainEvents, jobKind, Jobs } from '@app/database';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { isClosed } from '../events/matchmaking-event.enums.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventAdmission } from './event-admission.entity.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { type ParticipantRole, RegistrationState } from './registration.enums.js';

/** A place was offered and passes on unless it is accepted; a later offer is a job of its own. */
export interface ExpirePlaceOffer {
  readonly registrationId: string;
  /** ISO instant of the offer. */
  readonly offeredAt: string;
}

export const EXPIRE_PLACE_OFFER = jobKind<ExpirePlaceOffer>('expire-place-offer', {
  expireSeconds: 60,
  retries: 20,
});

const EVENT_TYPES: Readonly<Record<RegistrationState, string>> = {
  [RegistrationState.REQUESTED]: 'EventRegistrationRequested',
  [RegistrationState.WAITLISTED]: 'EventRegistrationWaitlisted',
  [RegistrationState.OFFERED]: 'EventPlaceOffered',
  [RegistrationState.CONFIRMED]: 'EventRegistrationConfirmed',
  [RegistrationState.DECLINED]: 'EventRegistrationDeclined',
  [RegistrationState.WITHDRAWN]: 'EventRegistrationWithdrawn',
  [RegistrationState.LAPSED]: 'EventPlaceLapsed',
};

/** The types of all domain events of registrations. */
export const REGISTRATION_EVENTS: readonly string[] = Object.values(EVENT_TYPES);

/** The domain event for the present state of a registration. */
export function registrationMoved({ id, eventId, state }: EventRegistration): DomainEvent {
  return { type: EVENT_TYPES[state], aggregateType: 'EventRegistration', aggregateId: id, ids: { eventId } };
}

/** A registration with everything that decides about its place, locked until the transaction ends. */
export interface LockedRegistration {
  readonly event: MatchmakingEvent;
  /** Null when the role was closed since; its places are then not given to anybody. */
  readonly admission: EventAdmission | null;
  readonly registration: EventRegistration;
}

/**
 * The places of a role at an event and the line of those who wait. Every use case that gives or takes a place first
 * locks event (shared), role and registration, always in this order, so that there is no deadlock. Counting and changing
 * are then one step: no place is given twice and no one in the line is passed over.
 */
@Injectable()
export class EventWaitlistService {
  constructor(
    private readonly matchmakingEvents: MatchmakingEventsRepository,
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Locks an event (shared) and the places of a role; throws NOT_FOUND. */
  async lockRole(
    eventId: string,
    role: ParticipantRole,
  ): Promise<{ event: MatchmakingEvent; admission: EventAdmission | null }> {
    const event = await this.matchmakingEvents.shareEvent(eventId);
    if (!event) throw new NotFoundError();
    return { event, admission: await this.admissions.lockAdmission(eventId, role) };
  }

  /** Locks a registration with its event and role; throws NOT_FOUND. */
  async lockRegistration(registrationId: string): Promise<LockedRegistration> {
    const found = await this.registrations.findRegistration(registrationId);
    if (!found) throw new NotFoundError();
    const { event, admission } = await this.lockRole(found.eventId, found.role);
    const registration = await this.registrations.lockRegistration(registrationId);
    if (!registration) throw new NotFoundError();
    return { event, admission, registration };
  }

  /** Gives an approved registration a free place, or puts it at the end of the line. */
  async settleRegistration(registration: EventRegistration, admission: EventAdmission): Promise<void> {
    const { eventId, role } = admission;
    const free = await this.countFreePlaces(admission);
    const waits =
      free > 0 && (await this.registrations.findWaitingRegistrations(eventId, role, 1)).length > 0;
    const state = free > 0 && !waits ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED;
    registration.moveTo(state, this.clock.now());
  }

  /** Offers the free places of a role to those who wait, strictly in the order of the line, each with its deadline. */
  async offerFreePlaces(event: MatchmakingEvent, admission: EventAdmission): Promise<void> {
    const now = this.clock.now();
    if (isClosed(event.stateAt(now))) return;
    const free = await this.countFreePlaces(admission);
    if (free <= 0) return;
    const limit = Number.isFinite(free) ? free : null;
    const { eventId, role } = admission;
    for (const next of await this.registrations.findWaitingRegistrations(eventId, role, limit))
      await this.offerPlace(next, offerEnd(event, admission, now), now);
  }

  /** Stores a registration in its new state and records the domain event. */
  async saveMove(registration: EventRegistration): Promise<void> {
    await this.registrations.saveRegistration(registration);
    await this.events.record(registrationMoved(registration));
  }

  /** The free places of a role; infinite where capacity is unlimited. */
  async countFreePlaces({ eventId, role, capacity }: EventAdmission): Promise<number> {
    if (capacity === null) return Number.POSITIVE_INFINITY;
    return capacity - (await this.registrations.countTakenPlaces(eventId, role));
  }

  private async offerPlace(next: EventRegistration, until: Date, now: Date): Promise<void> {
    next.offer(until, now);
    await this.saveMove(next);
    const order = { registrationId: next.id, offeredAt: now.toISOString() };
    const startAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
    await this.jobs.enqueue(EXPIRE_PLACE_OFFER, order, { startAfterSeconds });
  }
}

/** A place is kept for `offerHours`, at the latest until the event begins; during the event, until it ends. */
function offerEnd(event: MatchmakingEvent, { offerHours }: EventAdmission, now: Date): Date {
  const latest = now < event.startsAt ? event.startsAt : event.endsAt;
  return new Date(Math.min(now.getTime() + offerHours * 3_600_000, latest.getTime()));
}
