import type { Viewer, WindowRule } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How many companies an organization may ask in a day. */
export const REQUESTS_OF_ORGANIZATION: WindowRule = {
  scope: 'fact-request:organization',
  limit: 20,
  seconds: DAY,
};

/** How often one company is asked in a day, by anybody. */
export const REQUESTS_TO_COMPANY: WindowRule = { scope: 'fact-request:company', limit: 3, seconds: DAY };

/** How often one number or address is written to in a day, by anybody. */
export const REQUESTS_TO_CONTACT: WindowRule = { scope: 'fact-request:contact', limit: 3, seconds: DAY };

/** How many links that lead nowhere one network address may try. */
export const LINK_TRIES_FROM_ADDRESS: WindowRule = { scope: 'fact-link:address', limit: 60, seconds: HOUR };

interface Asking {
  /** Who asked: the buyer or an organizer. */
  readonly requesterOrganizationId: string;
}

/** Who asked what belongs to the buyer's own work: its members see it, the organizer that asked, and staff. */
export function maySeeFactRequest(viewer: Viewer, request: Asking, buyerId: string): boolean {
  return viewer.staff || viewer.memberOf(buyerId) || viewer.memberOf(request.requesterOrganizationId);
}

/** Whether the viewer sees what a need's companies were asked. */
export function maySeeFactRequests(viewer: Viewer, need: { organizationId: string }): boolean {
  return viewer.staff || viewer.memberOf(need.organizationId);
}

/** Owners and editors of the buyer ask; and of an organizer, whose person belongs to the platform's staff. */
export function allowRequestingFacts(viewer: Viewer, requesterId: string, buyerId: string): void {
  if (!viewer.canEdit(requesterId)) throw new ForbiddenError();
  if (requesterId !== buyerId && !viewer.staff) throw new ForbiddenError();
}

/** Owners and editors of the buyer or of who asked take it back; for whoever does not see it, it does not exist. */
export function allowRevokingFactRequest(viewer: Viewer, request: Asking, buyerId: string): void {
  if (viewer.canEdit(request.requesterOrganizationId) || viewer.canEdit(buyerId)) return;
  throw maySeeFactRequest(viewer, request, buyerId) ? new ForbiddenError() : new NotFoundError();
}
