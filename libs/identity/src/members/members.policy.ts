import { ForbiddenError, NotFoundError } from '@app/kernel';
import type { Invitation } from './invitation.entity.js';
import type { Identifier } from '../users/identifier.js';
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

/** Whether an invitation went to one of these identifiers. */
export function isInvited(invitation: Identifier, identifiers: readonly Identifier[]): boolean {
  return identifiers.some(({ kind, value }) => kind === invitation.kind && value === invitation.value);
}

/** An invitation is seen by those who manage the organization's members, and by whoever holds the invited identifier. */
export function maySeeInvitation(
  viewer: Viewer,
  invitation: Invitation,
  own: readonly Identifier[],
): boolean {
  return mayManageMembers(viewer, invitation.organizationId) || isInvited(invitation, own);
}
