import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventAdmission } from './event-admission.entity.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import type { ParticipantRole } from './registration.enums.js';

/** A registration with all that decides about its place, locked until the transaction ends. */
export interface LockedRegistration {
  readonly event: MatchmakingEvent;
  /** Null when the role was closed since; its places are then nobody's business. */
  readonly admission: EventAdmission | null;
  readonly registration: EventRegistration;
}

/** Locks always in one order, event, role, registration, so that nobody waits for one another in a circle. */
@Injectable()
export class LockedRegistrations {
  constructor(
    private readonly events: MatchmakingEventsRepository,
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
  ) {}

  /** An event that is not called off meanwhile, and the places of a role; throws NOT_FOUND. */
  async lockRole(
    eventId: string,
    role: ParticipantRole,
  ): Promise<{ event: MatchmakingEvent; admission: EventAdmission | null }> {
    const event = await this.events.shareEvent(eventId);
    if (!event) throw new NotFoundError();
    return { event, admission: await this.admissions.lockAdmission(eventId, role) };
  }

  /** A registration with its event and role; throws NOT_FOUND. */
  async lockRegistration(registrationId: string): Promise<LockedRegistration> {
    const found = await this.registrations.findRegistration(registrationId);
    if (!found) throw new NotFoundError();
    const { event, admission } = await this.lockRole(found.eventId, found.role);
    const registration = await this.registrations.lockRegistration(registrationId);
    if (!registration) throw new NotFoundError();
    return { event, admission, registration };
  }
}
