import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import { addresses, type NeedStanding } from './need-audience.js';
import { NeedVisibility } from './procurement-need.enums.js';

interface Bought {
  readonly organizationId: string;
  readonly visibility: NeedVisibility;
  readonly publishedAt: Date | null;
  readonly alias: string | null;
}

/** Whether {@link maySeeNeed} depends on the standing of the viewer's organizations, so that it has to be loaded first. */
export function standingMatters(viewer: Viewer, need: Bought): boolean {
  const decided = viewer.staff || viewer.memberOf(need.organizationId) || viewer.memberships.length === 0;
  return need.publishedAt !== null && need.visibility !== NeedVisibility.PUBLIC && !decided;
}

/** The buyer's members see all their needs. Once published, the audience and staff see a need too. */
export function maySeeNeed(viewer: Viewer, need: Bought, standing: NeedStanding): boolean {
  if (viewer.memberOf(need.organizationId)) return true;
  if (need.publishedAt === null) return false;
  return viewer.staff || addresses(need, standing);
}

/** Only its own members and staff see a buyer that uses an alias. */
export function maySeeBuyer(viewer: Viewer, need: Pick<Bought, 'organizationId' | 'alias'>): boolean {
  return need.alias === null || viewer.staff || viewer.memberOf(need.organizationId);
}

/** Only the members of the buyer see an amount that the buyer hides; staff does not. */
export function maySeeAmount(viewer: Viewer, need: Pick<Bought, 'organizationId'>, shown: boolean): boolean {
  return shown || viewer.memberOf(need.organizationId);
}

/** Drafts, invitations and other internal work of the buyer: its members see it. */
export function maySeeBuyersWork(viewer: Viewer, need: Pick<Bought, 'organizationId'>): boolean {
  return viewer.memberOf(need.organizationId);
}

/** Owners and editors create needs of their organization; others get FORBIDDEN, because organizations are public. */
export function allowBuying(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}

/** Members list their organization's needs with its drafts. */
export function allowListingOwnNeeds(viewer: Viewer, organizationId: string): void {
  if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
}

/** Owners and editors of the buyer change a need. Others get FORBIDDEN if they see it, NOT_FOUND if they do not. */
export function allowEditingNeed(viewer: Viewer, need: Bought, standing: NeedStanding): void {
  if (viewer.canEdit(need.organizationId)) return;
  throw maySeeNeed(viewer, need, standing) ? new ForbiddenError() : new NotFoundError();
}
