import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

/** A saved search is its owner's alone, staff included. */
export function maySeeSavedSearch(viewer: Viewer, search: { userId: string }): boolean {
  return viewer.userId !== null && viewer.userId === search.userId;
}

/** For whoever does not own it, it does not exist. */
export function allowChangingSavedSearch(viewer: Viewer, search: { userId: string }): void {
  if (!maySeeSavedSearch(viewer, search)) throw new NotFoundError();
}

/** Members of an organization wait with what it needs or offers. */
export function allowWatchingFor(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}
