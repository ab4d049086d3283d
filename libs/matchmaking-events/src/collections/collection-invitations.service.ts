import { Memberships, MemberRole } from '@app/identity';
import { LoaderScope, NotFoundError } from '@app/kernel';
import { type Notice, NotificationKind, Notifier } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { CollectedNeed, NeedCollection } from './need-collection.entity.js';

/** Notifies the organizations that a bureau asks to take part: delegates of districts, and suppliers. */
@Injectable()
export class CollectionInvitationsService {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
  ) {}

  /** Throws NOT_FOUND when one of the organizations does not exist. */
  async requireOrganizations(ids: readonly string[]): Promise<void> {
    const loaders = new LoaderScope();
    const found = await Promise.all(ids.map((id) => this.organizations.loadOrganization(loaders, id)));
    if (found.includes(null)) throw new NotFoundError();
  }

  /** Asks the owners and editors of the delegates' organizations to collect needs for an event. */
  notifyDelegates({ id }: NeedCollection, organizationIds: readonly string[], event: string): Promise<void> {
    return this.notifyEditors(organizationIds, {
      code: 'NOTICE_NEED_COLLECTION_OPENED',
      params: { event },
      target: { type: 'NeedCollection', key: id },
      origin: `need-collection:${id}`,
    });
  }

  /** Invites the owners and editors of suppliers to the event; names the need and not the company. */
  notifySuppliers(
    need: CollectedNeed,
    { eventId }: NeedCollection,
    organizationIds: readonly string[],
  ): Promise<void> {
    return this.notifyEditors(organizationIds, {
      code: 'NOTICE_INVITED_FOR_COLLECTED_NEED',
      params: { need: need.title },
      target: { type: 'MatchmakingEvent', key: eventId },
      origin: `collected-need:${need.id}`,
    });
  }

  private async notifyEditors(
    organizationIds: readonly string[],
    notice: Pick<Notice, 'code' | 'params' | 'target' | 'origin'>,
  ): Promise<void> {
    const editors = await this.memberships.peopleOf(organizationIds, [MemberRole.OWNER, MemberRole.EDITOR]);
    await this.notifier.notifyUsers(
      ...editors.map(({ userId, organizationId }) => ({
        ...notice,
        userIds: [userId],
        kind: NotificationKind.EVENT_INVITATION,
        organizationId,
      })),
    );
  }
}
