import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import { NeedVisibility } from './procurement-need.enums.js';

interface Bought {
  readonly organizationId: string;
  readonly visibility: NeedVisibility;
  readonly publishedAt: Date | null;
  readonly alias: string | null;
}

/** What the platform knows of a viewer's organizations beside the memberships, with regard to one need. */
export interface NeedStanding {
  /** One of them is a claimed organization. */
  readonly verified: boolean;
  /** One of them was invited by the buyer. */
  readonly invited: boolean;
}

/** A viewer of whom nothing is known. */
export const NO_STANDING: NeedStanding = { verified: false, invited: false };

/** Whether the answer hangs on the viewer's standing, so that it has to be loaded first. */
export function standingMatters(viewer: Viewer, need: Bought): boolean {
  const decided = viewer.staff || viewer.memberOf(need.organizationId) || viewer.memberships.length === 0;
  return need.publishedAt !== null && need.visibility !== NeedVisibility.PUBLIC && !decided;
}

/** A draft is seen by the buyer's members; what was published, by its audience, the buyer's members and staff. */
export function maySeeNeed(viewer: Viewer, need: Bought, standing: NeedStanding): boolean {
  if (viewer.memberOf(need.organizationId)) return true;
  if (need.publishedAt === null) return false;
  return viewer.staff || addresses(need, standing);
}

/** Whether a published need is meant for somebody of that standing. */
export function addresses(need: Pick<Bought, 'visibility'>, standing: NeedStanding): boolean {
  switch (need.visibility) {
    case NeedVisibility.PUBLIC:
      return true;
    case NeedVisibility.VERIFIED_SUPPLIERS:
      return standing.verified;
    case NeedVisibility.INVITED_ONLY:
      return standing.invited;
  }
}

/** A buyer under an alias is known to its own members and to staff only. */
export function maySeeBuyer(viewer: Viewer, need: Pick<Bought, 'organizationId' | 'alias'>): boolean {
  return need.alias === null || viewer.staff || viewer.memberOf(need.organizationId);
}

/** A target price or budget that the buyer keeps to itself is seen by its members only, not even by staff. */
export function maySeeAmount(viewer: Viewer, need: Pick<Bought, 'organizationId'>, shown: boolean): boolean {
  return shown || viewer.memberOf(need.organizationId);
}

/** Drafts, invitations and what else belongs to the buyer's own work. */
export function maySeeBuyersWork(viewer: Viewer, need: Pick<Bought, 'organizationId'>): boolean {
  return viewer.memberOf(need.organizationId);
}

/** Owners and editors ask in their organization's name; organizations are public, so others are told no. */
export function allowBuying(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Members list their organization's needs with its drafts. */
export function allowListingOwnNeeds(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of the buyer change a need; others who see it are refused, for the rest it does not exist. */
export function allowEditingNeed(viewer: Viewer, need: Bought, standing: NeedStanding): void {
  if (viewer.canEdit(need.organizationId)) return;
  throw maySeeNeed(viewer, need, standing) ? new ForbiddenError() : new NotFoundError();
}
