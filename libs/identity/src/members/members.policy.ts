import { ForbiddenError, NotFoundError } from '@app/kernel';
import type { Viewer } from '../viewer/viewer.js';

/** Who belongs to an organization is for its members and staff to see. */
export function maySeeMembers(viewer: Viewer, organizationId: string): boolean {
  return viewer.memberOf(organizationId) || viewer.staff;
}

/** Owners manage the members of their organization; staff helps where the last owner has gone. */
export function mayManageMembers(viewer: Viewer, organizationId: string): boolean {
  return viewer.owns(organizationId) || viewer.staff;
}

/** Refuses whoever may not manage members: a member is told so, for a stranger there is nothing here. */
export function assertManagesMembers(viewer: Viewer, organizationId: string): void {
  if (mayManageMembers(viewer, organizationId)) return;
  throw maySeeMembers(viewer, organizationId) ? new ForbiddenError() : new NotFoundError();
}
