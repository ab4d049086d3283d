import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import {
  type Notice,
  NoticeConsumer,
  NotificationChannel,
  NotificationKind,
  Notifier,
  originOf,
} from '@app/notifications';
import { Injectable } from '@nestjs/common';
import type { NeedInvitation } from '../needs/need-invitation.entity.js';
import { NeedInvitationsRepository } from '../needs/need-invitations.repository.js';
import type { ProcurementNeed } from '../needs/procurement-need.entity.js';
import { ProcurementNeedsReader } from '../needs/procurement-needs.reader.js';
import { BuyerNames } from './buyer-names.js';
import './need-invitation-notices.texts.js';

/** Name of the deliveries of notices about invitations. */
export const NEED_INVITATION_NOTICES = 'need-invitation-notices';

declareEventConsumer({
  name: NEED_INVITATION_NOTICES,
  types: ['OrganizationInvitedToNeed', 'NeedInvitationWithdrawn', 'ProcurementNeedPublished'],
});

/**
 * Tells the members of invited organizations, once, as soon as the need is published: of a draft nobody learns, so
 * those who were invited to one are told when it is published. Who was told of an invitation learns that it was withdrawn.
 */
@Injectable()
export class NeedInvitationNotices extends NoticeConsumer {
  readonly consumer = NEED_INVITATION_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly needs: ProcurementNeedsReader,
    private readonly invitations: NeedInvitationsRepository,
    private readonly memberships: Memberships,
    private readonly buyers: BuyerNames,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const { aggregateId, ids, type } = delivery;
    const need = await this.needs.byId(aggregateId);
    if (!need?.published) return [];
    const only = ids['invitedOrganizationId'];
    if (type === 'NeedInvitationWithdrawn')
      return this.withdrawn(
        need,
        { organizationId: only ?? '', invitedAt: new Date(ids['invitedAt'] ?? '') },
        delivery,
      );
    const invited = (await this.invitations.ofNeeds([need.id])).filter(
      ({ organizationId }) => only === undefined || organizationId === only,
    );
    if (invited.length === 0) return [];
    const organizationIds = invited.map(({ organizationId }) => organizationId);
    const members = await this.memberships.peopleOf(organizationIds, Object.values(MemberRole));
    const buyer = await this.buyers.of(need);
    const invitedAt = new Map(invited.map((each) => [each.organizationId, each.invitedAt]));
    return members.map(({ userId, organizationId }) => ({
      userIds: [userId],
      kind: NotificationKind.INVITED_TO_NEED,
      code: 'NOTICE_INVITED_TO_NEED',
      params: { need: need.title },
      words: { buyer },
      target: { type: 'ProcurementNeed', key: need.id },
      organizationId,
      origin: invitedFor(need, invitedAt.get(organizationId) ?? new Date()),
    }));
  }

  private async withdrawn(
    need: ProcurementNeed,
    { organizationId, invitedAt }: Pick<NeedInvitation, 'organizationId' | 'invitedAt'>,
    delivery: EventDelivery,
  ): Promise<Notice[]> {
    const members = await this.memberships.peopleOf([organizationId], Object.values(MemberRole));
    return [
      {
        userIds: members.map(({ userId }) => userId),
        kind: NotificationKind.INVITED_TO_NEED,
        only: [NotificationChannel.IN_APP, NotificationChannel.EMAIL],
        code: 'NOTICE_NEED_INVITATION_WITHDRAWN',
        params: { need: need.title },
        words: { buyer: await this.buyers.of(need) },
        organizationId,
        origin: originOf(delivery),
        follows: invitedFor(need, invitedAt),
      },
    ];
  }
}

/** The reason of the notice: who is invited again on a later day, after a withdrawal, is told again. */
function invitedFor({ id }: Pick<ProcurementNeed, 'id'>, invitedAt: Date): string {
  return `invited:${id}:${invitedAt.toISOString().slice(0, 10)}`;
}
