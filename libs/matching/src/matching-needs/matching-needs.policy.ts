import type { Viewer } from '@app/identity';

/** The needs that fit are the supplier's own work: its members see them, and staff, who help it. */
export function maySeeMatchingNeeds(viewer: Viewer, organizationId: string): boolean {
  return viewer.staff || viewer.memberOf(organizationId);
}
