import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import type { CollectedNeed, CollectionDistrict, NeedCollection } from './need-collection.entity.js';

/** A collection with its districts. */
export interface Collected {
  readonly collection: Pick<NeedCollection, 'organizationId'>;
  readonly districts: readonly CollectionDistrict[];
}

/** The districts whose needs the viewer sees: all for the bureau's members, for delegates their own, else none. */
export function visibleDistricts(
  viewer: Viewer,
  { collection, districts }: Collected,
): readonly CollectionDistrict[] {
  if (viewer.memberOf(collection.organizationId)) return districts;
  return districts.filter(({ delegateOrganizationId }) => viewer.memberOf(delegateOrganizationId));
}

/** A collection is between a bureau and its districts; for everybody else it does not exist. */
export function maySeeCollection(viewer: Viewer, collected: Collected): boolean {
  return (
    viewer.memberOf(collected.collection.organizationId) || visibleDistricts(viewer, collected).length > 0
  );
}

/** Owners and editors of the delegates' organization bring in needs of its district, in its name. */
export function allowEntering(
  viewer: Viewer,
  collected: Collected,
  { districtId, actingOrganizationId }: { districtId: string; actingOrganizationId: string },
): void {
  if (!maySeeCollection(viewer, collected)) throw new NotFoundError();
  const district = visibleDistricts(viewer, collected).find(({ id }) => id === districtId);
  if (!district) throw new NotFoundError();
  if (!viewer.canEdit(district.delegateOrganizationId)) throw new ForbiddenError();
  if (district.delegateOrganizationId !== actingOrganizationId) throw new NotFoundError();
}

/** Owners and editors of the bureau review, invite and take along, in its name. */
export function allowReviewing(viewer: Viewer, collected: Collected, actingOrganizationId: string): void {
  if (!maySeeCollection(viewer, collected)) throw new NotFoundError();
  if (!viewer.canEdit(collected.collection.organizationId)) throw new ForbiddenError();
  if (collected.collection.organizationId !== actingOrganizationId) throw new NotFoundError();
}

/** Whether the viewer sees a collected need: the bureau what was handed in at least once, the district all of its own. */
export function maySeeCollected(viewer: Viewer, collected: Collected, need: CollectedNeed): boolean {
  return visibleDistricts(viewer, collected).some(({ id }) => id === need.districtId);
}
