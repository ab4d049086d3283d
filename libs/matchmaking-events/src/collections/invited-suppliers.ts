import { Memberships, MemberRole } from '@app/identity';
import { LoaderScope, NotFoundError } from '@app/kernel';
import { NotificationKind, Notifier } from '@app/notifications';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { CollectedNeed, NeedCollection } from './need-collection.entity.js';

/** Suppliers that are wanted at an event. */
@Injectable()
export class InvitedSuppliers {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
  ) {}

  /** Throws NOT_FOUND when one of them is not here. */
  async mustExist(ids: readonly string[]): Promise<void> {
    const loaders = new LoaderScope();
    const found = await Promise.all(ids.map((id) => this.organizations.load(loaders, id)));
    if (found.includes(null)) throw new NotFoundError();
  }

  /** Tells their owners and editors. */
  async tell(
    need: CollectedNeed,
    { eventId }: NeedCollection,
    organizationIds: readonly string[],
  ): Promise<void> {
    const members = await this.memberships.peopleOf(organizationIds, [MemberRole.OWNER, MemberRole.EDITOR]);
    await this.notifier.tell(
      ...members.map(({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.EVENT_INVITATION,
        code: 'NOTICE_INVITED_FOR_COLLECTED_NEED',
        params: { need: need.title },
        target: { type: 'MatchmakingEvent', key: eventId },
        organizationId,
        origin: `collected-need:${need.id}`,
      })),
    );
  }
}
