import type { Viewer } from '@app/identity';
import { maySeeBuyersWork, type ProcurementNeed } from '@app/procurement';

/** The list of suppliers that fit is the buyer's own work: its members see it, and staff, who help it. */
export function maySeeMatches(viewer: Viewer, need: Pick<ProcurementNeed, 'organizationId'>): boolean {
  return viewer.staff || maySeeBuyersWork(viewer, need);
}
