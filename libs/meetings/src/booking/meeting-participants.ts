import {
  type EventRegistration,
  EventRegistrationsReader,
  ParticipantRole,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';

/** Who takes part in the meetings of an event: organizations with a confirmed place as buyer or supplier. */
@Injectable()
export class MeetingParticipants {
  constructor(private readonly registrations: EventRegistrationsReader) {}

  /** The confirmed place of an organization, null without one. */
  async confirmed(eventId: string, organizationId: string): Promise<EventRegistration | null> {
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    return registration?.state === RegistrationState.CONFIRMED ? registration : null;
  }
}

/** A buyer and a supplier meet; visitors and those of the same side do not. */
export function areTwoSides(
  one: Pick<EventRegistration, 'role'>,
  other: Pick<EventRegistration, 'role'>,
): boolean {
  return otherSide(one.role) === other.role;
}

/** Whom somebody of a role meets; null for visitors, who meet nobody. */
export function otherSide(role: ParticipantRole): ParticipantRole | null {
  if (role === ParticipantRole.BUYER) return ParticipantRole.SUPPLIER;
  return role === ParticipantRole.SUPPLIER ? ParticipantRole.BUYER : null;
}
