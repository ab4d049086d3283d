import type { Viewer } from '@app/identity';

interface Told {
  readonly userId: string;
  readonly organizationId: string | null;
  readonly listed: boolean;
}

/** A notification is its receiver's alone, staff included; one for members only as long as the person is a member. */
export function maySeeNotification(viewer: Viewer, told: Told): boolean {
  if (!told.listed || viewer.userId !== told.userId) return false;
  return told.organizationId === null || viewer.memberOf(told.organizationId);
}
