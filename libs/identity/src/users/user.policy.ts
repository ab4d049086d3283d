import type { Viewer } from '../viewer/viewer.js';

/** Numbers and addresses are personal data: the person's own, and staff's. */
export function maySeeIdentifiers(viewer: Viewer, userId: string): boolean {
  return viewer.userId === userId || viewer.staff;
}

/** For whom a person acts is for the person and staff; an organization's own list shows its members. */
export function maySeeMemberships(viewer: Viewer, userId: string): boolean {
  return viewer.userId === userId || viewer.staff;
}

/** Where a person is signed in is nobody else's business, staff's neither. */
export function maySeeSessions(viewer: Viewer, userId: string): boolean {
  return viewer.userId === userId;
}

/** A person is known by name to themself, to staff and to fellow members of an organization. */
export function maySeeUser(viewer: Viewer, userId: string, organizationIds: readonly string[]): boolean {
  return viewer.userId === userId || viewer.staff || organizationIds.some((id) => viewer.memberOf(id));
}
