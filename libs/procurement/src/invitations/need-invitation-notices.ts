import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { MemberRole, Memberships } from '@app/identity';
import {
  defineNotice,
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

defineNotice('NOTICE_INVITED_TO_NEED', {
  title: { zh: '邀请贵企业应答需求', en: 'You are invited to a need' },
  text: {
    zh: '{buyer}邀请贵企业应答采购需求“{need}”。',
    en: '{buyer} invites your organization to answer the need “{need}”.',
  },
});

defineNotice('NOTICE_NEED_INVITATION_WITHDRAWN', {
  title: { zh: '应答邀请已撤回', en: 'An invitation was withdrawn' },
  text: {
    zh: '{buyer}撤回了请贵企业应答“{need}”的邀请。',
    en: '{buyer} withdrew its invitation to answer “{need}”.',
  },
});

/** Name of the event consumer. */
export const NEED_INVITATION_NOTICES = 'need-invitation-notices';

declareEventConsumer({
  name: NEED_INVITATION_NOTICES,
  types: ['OrganizationInvitedToNeed', 'NeedInvitationWithdrawn', 'ProcurementNeedPublished'],
});

/**
 * Notifies the members of invited organizations once the need is published. Invitations to a draft are announced with its
 * publication. A withdrawal is announced to those who got the invitation.
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
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const { aggregateId, ids, type } = delivery;
    const need = await this.needs.findNeed(aggregateId);
    if (!need?.published) return [];
    const only = ids['invitedOrganizationId'];
    if (type === 'NeedInvitationWithdrawn')
      return this.withdrawn(
        need,
        { organizationId: only ?? '', invitedAt: new Date(ids['invitedAt'] ?? '') },
        delivery,
      );
    const invited = (await this.invitations.findInvitations([need.id])).filter(
      ({ organizationId }) => only === undefined || organizationId === only,
    );
    if (invited.length === 0) return [];
    const organizationIds = invited.map(({ organizationId }) => organizationId);
    const members = await this.memberships.peopleOf(organizationIds, Object.values(MemberRole));
    const buyer = await this.needs.findBuyerName(need);
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
        words: { buyer: await this.needs.findBuyerName(need) },
        organizationId,
        origin: originOf(delivery),
        follows: invitedFor(need, invitedAt),
      },
    ];
  }
}

/** Identifies the notice: an organization that is invited again on a later day is notified again. */
function invitedFor({ id }: Pick<ProcurementNeed, 'id'>, invitedAt: Date): string {
  return `invited:${id}:${invitedAt.toISOString().slice(0, 10)}`;
}
