import type { Identifier } from '../identifiers/identifier.js';
import { mayManageMembers } from '../members/members.policy.js';
import type { Viewer } from '../viewer/viewer.js';
import type { Invitation } from './invitation.entity.js';

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
