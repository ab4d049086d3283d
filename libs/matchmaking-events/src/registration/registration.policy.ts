import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { mayReadDesk } from '../events/matchmaking-event.policy.js';
import type { EventRegistration } from './event-registration.entity.js';

type Whose = Pick<EventRegistration, 'organizationId' | 'visitorId'>;

/** Owners and editors register their organization. */
export function allowRegistering(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/**
 * A registration is between an organization, or a visitor on their own, and those who organize the event; staff has no
 * part in it.
 */
export function maySeeRegistration(viewer: Viewer, registration: Whose, event: MatchmakingEvent): boolean {
  const { organizationId } = registration;
  return (
    isOwnVisit(viewer, registration) ||
    (organizationId !== null && viewer.memberOf(organizationId)) ||
    mayReadDesk(viewer, event)
  );
}

function isOwnVisit({ userId }: Viewer, { visitorId }: Whose): boolean {
  return visitorId !== null && visitorId === userId;
}

/** Owners and editors of the registered organization act for it, in its name; a visitor on their own acts without one. */
export function allowOwnRegistration(
  viewer: Viewer,
  registration: Whose,
  { event, actingOrganizationId }: { event: MatchmakingEvent; actingOrganizationId: string | null },
): void {
  if (!maySeeRegistration(viewer, registration, event)) throw new NotFoundError();
  if (isOwnVisit(viewer, registration) && actingOrganizationId === null) return;
  if (registration.organizationId === null || !viewer.canEdit(registration.organizationId))
    throw new ForbiddenError();
  if (registration.organizationId !== actingOrganizationId) throw new NotFoundError();
}

/** Owners and editors of those who organize the event decide on it, in the name of one of them. */
export function allowDecidingRegistration(
  viewer: Viewer,
  registration: Whose,
  { event, actingOrganizationId }: { event: MatchmakingEvent; actingOrganizationId: string },
): void {
  if (!maySeeRegistration(viewer, registration, event)) throw new NotFoundError();
  if (![event.organizationId, ...event.coOrganizerIds].some((id) => viewer.canEdit(id)))
    throw new ForbiddenError();
  if (!event.organizedBy(actingOrganizationId) || !viewer.canEdit(actingOrganizationId))
    throw new NotFoundError();
}
