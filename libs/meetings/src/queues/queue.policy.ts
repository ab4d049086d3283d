import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import { mayReadDesk, type MatchmakingEvent } from '@app/matchmaking-events';

/** A queue table's event, and the organization that sits there; null when it has no profile. */
export interface QueueSides {
  readonly event: MatchmakingEvent;
  readonly hostId: string | null;
}

/** Who stands in a line is between those who wait, whose table it is and those who organize the event. */
export function mayReadQueue(viewer: Viewer, { event, hostId }: QueueSides): boolean {
  return (hostId !== null && viewer.memberOf(hostId)) || mayReadDesk(viewer, event);
}

/** Owners and editors of whose table it is, or of those who organize the event, call in the name of one of them. */
export function allowCalling(viewer: Viewer, sides: QueueSides, actingOrganizationId: string): void {
  if (!mayReadQueue(viewer, sides)) throw new NotFoundError();
  const { event, hostId } = sides;
  const acting = [hostId, event.organizationId, ...event.coOrganizerIds];
  if (!acting.some((id) => id !== null && viewer.canEdit(id))) throw new ForbiddenError();
  if (!acting.includes(actingOrganizationId) || !viewer.canEdit(actingOrganizationId))
    throw new NotFoundError();
}

/** Owners and editors of those who organize the event draw for others: who has no profile has no page to draw on. */
export function allowDrawingForOthers(viewer: Viewer, sides: QueueSides, actingOrganizationId: string): void {
  if (!mayReadQueue(viewer, sides)) throw new NotFoundError();
  const { event } = sides;
  if (![event.organizationId, ...event.coOrganizerIds].some((id) => viewer.canEdit(id)))
    throw new ForbiddenError();
  if (!event.organizedBy(actingOrganizationId) || !viewer.canEdit(actingOrganizationId))
    throw new NotFoundError();
}

/** Owners and editors of who drew a number give it back. */
export function allowGivingBack(
  viewer: Viewer,
  { organizationId }: { organizationId: string | null },
  actingOrganizationId: string,
): void {
  if (organizationId === null || !viewer.memberOf(organizationId)) throw new NotFoundError();
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
  if (organizationId !== actingOrganizationId) throw new NotFoundError();
}
