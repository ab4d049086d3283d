import { Memberships, MemberRole } from '@app/identity';
import { LoaderScope, NotFoundError } from '@app/kernel';
import { NotificationKind, Notifier } from '@app/notifications';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { CollectionDistrict, NeedCollection } from './need-collection.entity.js';

/** Those who bring in needs for a district. */
@Injectable()
export class CollectionDelegates {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
  ) {}

  /** Throws NOT_FOUND when a delegates' organization is not here. */
  async mustExist(districts: readonly CollectionDistrict[]): Promise<void> {
    const loaders = new LoaderScope();
    const ids = districts.map(({ delegateOrganizationId }) => delegateOrganizationId);
    const found = await Promise.all(ids.map((id) => this.organizations.load(loaders, id)));
    if (found.includes(null)) throw new NotFoundError();
  }

  /** Tells their owners and editors what is asked of them, each once. */
  async tell(
    { id }: Pick<NeedCollection, 'id'>,
    districts: readonly CollectionDistrict[],
    event: string,
  ): Promise<void> {
    const houses = districts.map(({ delegateOrganizationId }) => delegateOrganizationId);
    const members = await this.memberships.peopleOf(houses, [MemberRole.OWNER, MemberRole.EDITOR]);
    await this.notifier.tell(
      ...members.map(({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.EVENT_INVITATION,
        code: 'NOTICE_NEED_COLLECTION_OPENED',
        params: { event },
        target: { type: 'NeedCollection', key: id },
        organizationId,
        origin: `need-collection:${id}`,
      })),
    );
  }
}
