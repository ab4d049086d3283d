import type { DomainEvent } from '@app/database';
import type { EventRegistration } from './event-registration.entity.js';
import { RegistrationState } from './registration.enums.js';

const TYPES: Readonly<Record<RegistrationState, string>> = {
  [RegistrationState.REQUESTED]: 'EventRegistrationRequested',
  [RegistrationState.WAITLISTED]: 'EventRegistrationWaitlisted',
  [RegistrationState.OFFERED]: 'EventPlaceOffered',
  [RegistrationState.CONFIRMED]: 'EventRegistrationConfirmed',
  [RegistrationState.DECLINED]: 'EventRegistrationDeclined',
  [RegistrationState.WITHDRAWN]: 'EventRegistrationWithdrawn',
  [RegistrationState.LAPSED]: 'EventPlaceLapsed',
};

/** All that can happen to a registration. */
export const REGISTRATION_EVENTS: readonly string[] = Object.values(TYPES);

/** A registration stands somewhere else from now on. */
export function registrationMoved({ id, eventId, state }: EventRegistration): DomainEvent {
  return { type: TYPES[state], aggregateType: 'EventRegistration', aggregateId: id, ids: { eventId } };
}
