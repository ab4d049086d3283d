import { DomainEvents, Jobs } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { isClosed } from '../events/matchmaking-event.enums.js';
import type { EventAdmission } from './event-admission.entity.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EXPIRE_PLACE_OFFER } from './expire-place-offer.job-kind.js';
import { RegistrationState } from './registration.enums.js';
import { registrationMoved } from './registration.events.js';

/**
 * The places of a role at an event. Whoever gives or takes one has locked the role's admission, so that counting and
 * changing are one step for everybody else: no place is given twice, nobody in the line is passed by.
 */
@Injectable()
export class EventPlacesService {
  constructor(
    private readonly registrations: EventRegistrationsRepository,
    private readonly events: DomainEvents,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Gives an approved registration a free place, or lets it wait behind whoever waits already. */
  async settleRegistration(registration: EventRegistration, admission: EventAdmission): Promise<void> {
    const { eventId, role } = admission;
    const free = await this.free(admission);
    const waits =
      free > 0 && (await this.registrations.findWaitingRegistrations(eventId, role, 1)).length > 0;
    const state = free > 0 && !waits ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED;
    registration.moveTo(state, this.clock.now());
  }

  /** Offers the free places of a role to those who wait, strictly in the order of the line, each with its deadline. */
  async offerFreePlaces(event: MatchmakingEvent, admission: EventAdmission): Promise<void> {
    const now = this.clock.now();
    if (isClosed(event.stateAt(now))) return;
    const free = await this.free(admission);
    if (free <= 0) return;
    const limit = Number.isFinite(free) ? free : null;
    for (const next of await this.registrations.findWaitingRegistrations(
      admission.eventId,
      admission.role,
      limit,
    ))
      await this.offer(next, offerEnd(event, admission, now), now);
  }

  /** Stores where a registration stands now and tells of it. */
  async saveMove(registration: EventRegistration): Promise<void> {
    await this.registrations.saveRegistration(registration);
    await this.events.record(registrationMoved(registration));
  }

  /** Stores what nobody else needs to know of. */
  saveRegistration(registration: EventRegistration): Promise<void> {
    return this.registrations.saveRegistration(registration);
  }

  private async offer(next: EventRegistration, until: Date, now: Date): Promise<void> {
    next.offer(until, now);
    await this.saveMove(next);
    const order = { registrationId: next.id, offeredAt: now.toISOString() };
    const startAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
    await this.jobs.enqueue(EXPIRE_PLACE_OFFER, order, { startAfterSeconds });
  }

  private async free({ eventId, role, capacity }: EventAdmission): Promise<number> {
    if (capacity === null) return Number.POSITIVE_INFINITY;
    return capacity - (await this.registrations.countTakenPlaces(eventId, role));
  }
}

/** A place is kept for so many hours, at the latest until the event begins; on the day itself, until it ends. */
function offerEnd(event: MatchmakingEvent, { offerHours }: EventAdmission, now: Date): Date {
  const latest = now < event.startsAt ? event.startsAt : event.endsAt;
  return new Date(Math.min(now.getTime() + offerHours * 3_600_000, latest.getTime()));
}
