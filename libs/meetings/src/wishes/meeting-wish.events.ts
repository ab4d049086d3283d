import type { DomainEvent } from '@app/database';

/** A participant of an event wishes something else than before, or cannot meet at other times. */
export function wishesChanged(registration: { id: string; eventId: string }): DomainEvent {
  return {
    type: 'MeetingWishesChanged',
    aggregateType: 'EventRegistration',
    aggregateId: registration.id,
    ids: { eventId: registration.eventId },
  };
}
