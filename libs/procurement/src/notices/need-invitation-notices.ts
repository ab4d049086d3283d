import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { type Notice, NoticeConsumer, NotificationKind, Notifier } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { NeedInvitationsRepository } from '../needs/need-invitations.repository.js';
import { ProcurementNeedsReader } from '../needs/procurement-needs.reader.js';
import { BuyerNames } from './buyer-names.js';
import './need-invitation-notices.texts.js';

/** Name of the deliveries of notices about invitations. */
export const NEED_INVITATION_NOTICES = 'need-invitation-notices';

declareEventConsumer({
  name: NEED_INVITATION_NOTICES,
  types: ['OrganizationInvitedToNeed', 'ProcurementNeedPublished'],
});

/**
 * Tells the members of invited organizations, once, as soon as the need is published: of a draft nobody learns, so
 * those who were invited to one are told when it is published.
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

  protected async noticesOf({ aggregateId, ids }: EventDelivery): Promise<Notice[]> {
    const need = await this.needs.byId(aggregateId);
    if (!need?.published) return [];
    const only = ids['invitedOrganizationId'];
    const invited = (await this.invitations.ofNeeds([need.id])).filter(
      ({ organizationId }) => only === undefined || organizationId === only,
    );
    if (invited.length === 0) return [];
    const organizationIds = invited.map(({ organizationId }) => organizationId);
    const members = await this.memberships.peopleOf(organizationIds, Object.values(MemberRole));
    const buyer = await this.buyers.of(need);
    return members.map(({ userId, organizationId }) => ({
      userIds: [userId],
      kind: NotificationKind.INVITED_TO_NEED,
      code: 'NOTICE_INVITED_TO_NEED',
      params: { need: need.title },
      words: { buyer },
      target: { type: 'ProcurementNeed', key: need.id },
      organizationId,
      origin: `invited:${need.id}`,
    }));
  }
}
