import type { DomainEvent } from '@app/database';

interface Subject {
  readonly id: string;
  readonly organizationId: string;
}

/** Content or state of an event has changed. */
export function matchmakingEventChanged(subject: Subject): DomainEvent {
  return about('MatchmakingEventChanged', subject);
}

/** An event is announced from now on. */
export function matchmakingEventPublished(subject: Subject): DomainEvent {
  return about('MatchmakingEventPublished', subject);
}

/** An announced event takes place at another time. */
export function matchmakingEventMoved(subject: Subject): DomainEvent {
  return about('MatchmakingEventMoved', subject);
}

/** An organization is asked to organize an event, too. */
export function coOrganizerInvited(subject: Subject, coOrganizerId: string): DomainEvent {
  const { ids, ...event } = about('CoOrganizerInvited', subject);
  return { ...event, ids: { ...ids, coOrganizerId } };
}

/** An organizer has called an event off. */
export function matchmakingEventCancelled(subject: Subject): DomainEvent {
  return about('MatchmakingEventCancelled', subject);
}

function about(type: string, { id, organizationId }: Subject): DomainEvent {
  return { type, aggregateType: 'MatchmakingEvent', aggregateId: id, ids: { organizationId } };
}
