import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

interface Organized {
  readonly organizationId: string;
  readonly announced: boolean;
}

/** What was announced is public, also once it is over or cancelled; the rest is seen by the organizer's members only. */
export function maySeeEvent(viewer: Viewer, event: Organized): boolean {
  return event.announced || viewer.memberOf(event.organizationId);
}

/** Whether the viewer sees an organizer's events that were never announced. */
export function maySeeUnannounced(viewer: Viewer, organizationId: string): boolean {
  return viewer.memberOf(organizationId);
}

/** Owners and editors organize for their organization; organizations are public, so others are told no. */
export function allowOrganizing(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of the organizer change it; others who see it are refused, for the rest it does not exist. */
export function allowEditingEvent(viewer: Viewer, event: Organized): void {
  if (viewer.canEdit(event.organizationId)) return;
  throw maySeeEvent(viewer, event) ? new ForbiddenError() : new NotFoundError();
}
