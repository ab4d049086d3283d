import type { Viewer } from '@app/identity';

/** A match is between a buyer and a supplier: members of either see its card, and staff, who help both. */
export function maySeePair(
  viewer: Viewer,
  need: { readonly organizationId: string },
  supplierId: string,
): boolean {
  return viewer.staff || viewer.memberOf(need.organizationId) || viewer.memberOf(supplierId);
}
