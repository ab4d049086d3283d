import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';

interface Parties {
  /** The supplier. */
  readonly organizationId: string;
}

/** A supply response is between the two: members of the supplier and of the buyer see it, nobody else. */
export function maySeeResponse(viewer: Viewer, response: Parties, buyerId: string): boolean {
  return viewer.memberOf(response.organizationId) || viewer.memberOf(buyerId);
}

/** Owners and editors answer needs in their organization's name. */
export function allowResponding(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Members list what their organization answered. */
export function allowListingResponses(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of the supplier take it back; others who see it are refused, for the rest it does not exist. */
export function allowWithdrawing(viewer: Viewer, response: Parties, buyerId: string): void {
  if (viewer.canEdit(response.organizationId)) return;
  throw maySeeResponse(viewer, response, buyerId) ? new ForbiddenError() : new NotFoundError();
}

/** Owners and editors of either side exchange contacts in its name; others who see the response are refused. */
export function allowExchangingContacts(
  viewer: Viewer,
  actingId: string,
  response: Parties,
  buyerId: string,
): void {
  if (!maySeeResponse(viewer, response, buyerId)) throw new NotFoundError();
  if (actingId !== response.organizationId && actingId !== buyerId) throw new NotFoundError();
  if (!viewer.canEdit(actingId)) throw new ForbiddenError();
}

/** Owners and editors of the buyer answer it; others who see it are refused, for the rest it does not exist. */
export function allowAnswering(viewer: Viewer, response: Parties, buyerId: string): void {
  if (viewer.canEdit(buyerId)) return;
  throw maySeeResponse(viewer, response, buyerId) ? new ForbiddenError() : new NotFoundError();
}
