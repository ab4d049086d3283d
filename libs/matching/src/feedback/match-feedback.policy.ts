import type { Viewer } from '@app/identity';
import { ForbiddenError } from '@app/kernel';

/** Owners and editors say what their organization thinks of a match. */
export function allowGivingFeedback(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** What an organization said is read by its members, and by staff, who learn from it; the other side never learns of it. */
export function allowReadingFeedback(viewer: Viewer, organizationId: string): void {
  if (!viewer.staff && !viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/** Reading what others said is a privilege of staff and is written down. */
export function readsAsStaff(viewer: Viewer, organizationId: string): boolean {
  return viewer.staff && !viewer.memberOf(organizationId);
}
