import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

interface Organized {
  readonly organizationId: string;
  readonly coOrganizerIds: readonly string[];
  readonly invitedCoOrganizerIds: readonly string[];
  readonly announced: boolean;
}

/** What was announced is public, also once it is over or cancelled; the rest is for those who organize it or are asked to. */
export function maySeeEvent(viewer: Viewer, event: Organized): boolean {
  return event.announced || takesPart(viewer, event);
}

/** Whether the viewer belongs to those who organize the event or are asked to. */
export function takesPart(viewer: Viewer, event: Organized): boolean {
  return mayReadDesk(viewer, event) || event.invitedCoOrganizerIds.some((id) => viewer.memberOf(id));
}

/** Whether the viewer sees an organizer's events that were never announced. */
export function maySeeUnannounced(viewer: Viewer, organizationId: string): boolean {
  return viewer.memberOf(organizationId);
}

/** What the organizers know of their event, its registrations above all, is for members of those who organize it. */
export function mayReadDesk(viewer: Viewer, event: Organized): boolean {
  return [event.organizationId, ...event.coOrganizerIds].some((id) => viewer.memberOf(id));
}

/** Owners and editors organize for their organization; organizations are public, so others are told no. */
export function allowOrganizing(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of organizer and co-organizers change it; others who see it are refused, for the rest it does not exist. */
export function allowEditingEvent(viewer: Viewer, event: Organized): void {
  if ([event.organizationId, ...event.coOrganizerIds].some((id) => viewer.canEdit(id))) return;
  throw maySeeEvent(viewer, event) ? new ForbiddenError() : new NotFoundError();
}

/** Whether it takes place at all and with whom is for the first organizer alone. */
export function allowHeadingEvent(viewer: Viewer, event: Organized): void {
  if (viewer.canEdit(event.organizationId)) return;
  throw maySeeEvent(viewer, event) ? new ForbiddenError() : new NotFoundError();
}
