import { newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventAdmissionsRepository } from '../registration/event-admissions.repository.js';
import type { EventRegistration } from '../registration/event-registration.entity.js';
import { EventRegistrationsRepository } from '../registration/event-registrations.repository.js';
import { EventRepresentativesRepository } from '../registration/event-representatives.repository.js';
import type { ParticipantRole } from '../registration/registration.enums.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { TicketKeysRepository } from './ticket-keys.repository.js';

/** What is written at the door, in the running transaction. */
@Injectable()
export class DoorBook {
  constructor(
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly representatives: EventRepresentativesRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly keys: TicketKeysRepository,
  ) {}

  find(registrationId: string): Promise<EventRegistration | null> {
    return this.registrations.findRegistration(registrationId);
  }

  /** The free places of a role, kept from others; null when nobody is admitted in it. */
  async places(eventId: string, role: ParticipantRole): Promise<{ free: number } | null> {
    const admission = await this.admissions.lockAdmission(eventId, role);
    if (!admission) return null;
    if (admission.capacity === null) return { free: Number.POSITIVE_INFINITY };
    return { free: admission.capacity - (await this.registrations.countTakenPlaces(eventId, role)) };
  }

  nextInLine(eventId: string, role: ParticipantRole, now: Date): Promise<Date> {
    return this.registrations.findNextJoinedAt(eventId, role, now);
  }

  /** Keeps a walk-in with the person, who has come. */
  async enter(
    registration: EventRegistration,
    person: { name: string; jobTitle: string | null },
    door: { device: string; by: string | null },
  ): Promise<void> {
    const { id: registrationId, eventId, createdAt } = registration;
    await this.registrations.insertRegistration(registration);
    const representative = {
      id: newId(),
      registrationId,
      eventId,
      position: 1,
      userId: null,
      ticketSerial: 1,
    };
    await this.representatives.insertRepresentatives([{ ...representative, ...person }]);
    await this.keys.ensureKey(eventId);
    const seen = {
      id: newId(),
      eventId,
      representativeId: representative.id,
      at: createdAt,
      receivedAt: createdAt,
    };
    await this.checkIns.insertCheckIns([{ ...seen, device: door.device, checkedInBy: door.by }]);
  }
}
