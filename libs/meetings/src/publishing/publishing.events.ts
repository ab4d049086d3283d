import type { DomainEvent } from '@app/database';

/** The meetings of a participant were published, or published anew; the publication is the reason to tell of. */
export function schedulePublished(of: {
  registrationId: string;
  eventId: string;
  publicationId: string;
}): DomainEvent {
  const { registrationId, eventId, publicationId } = of;
  return {
    type: 'MeetingSchedulePublished',
    aggregateType: 'EventRegistration',
    aggregateId: registrationId,
    ids: { eventId, publicationId },
  };
}
