import type { Viewer } from '@app/identity';
import { ForbiddenError } from '@app/kernel';

/** Profiles are public; whoever may not change one is told so. */
export function allowEditingOrganization(viewer: Viewer, organization: { id: string }): void {
  if (!viewer.canEdit(organization.id)) throw new ForbiddenError();
}

/** Facts are checked, claims decided and duplicates compared by platform staff. */
export function allowModeratingOrganizations(viewer: Viewer): void {
  if (!viewer.staff) throw new ForbiddenError();
}

/** What staff have still to approve of a profile is seen by its members and staff. */
export function maySeeUnapproved(viewer: Viewer, organization: { id: string }): boolean {
  return viewer.staff || viewer.memberOf(organization.id);
}

/** A claim and its evidence are seen by the claimant and by staff. */
export function maySeeClaim(viewer: Viewer, claim: { claimantId: string }): boolean {
  return viewer.staff || (viewer.userId !== null && viewer.userId === claim.claimantId);
}
