import type { Viewer } from '@app/identity';
import { ForbiddenError } from '@app/kernel';

/** Owners and editors say what their organization does not want to be proposed. */
export function allowExcluding(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** What an organization has hidden and blocked is known to its members, and to nobody else, not even to staff. */
export function allowListingExclusions(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}
