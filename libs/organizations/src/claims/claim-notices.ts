import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimDecision } from './claim-decision.js';
import './claim-notices.texts.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

/** Name of the deliveries of notices about claims. */
export const CLAIM_NOTICES = 'claim-notices';

declareEventConsumer({ name: CLAIM_NOTICES, types: ['OrganizationClaimDecided'] });

/** Tells claimants what staff decided. */
@Injectable()
export class ClaimNotices extends NoticeConsumer {
  readonly consumer = CLAIM_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly claims: OrganizationClaimsRepository,
    private readonly organizations: OrganizationsRepository,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const claim = await this.claims.find(delivery.aggregateId);
    const organization = claim && (await this.organizations.find(claim.organizationId));
    if (!organization || claim.pending) return [];
    const approved = claim.decision === ClaimDecision.APPROVED;
    const { name, nameEn } = organization;
    return [
      {
        userIds: [claim.claimantId],
        kind: NotificationKind.CLAIM_DECIDED,
        code: approved ? 'NOTICE_CLAIM_APPROVED' : 'NOTICE_CLAIM_REJECTED',
        words: { organization: { zh: name, en: nameEn ?? name } },
        target: approved
          ? { type: 'Organization', key: organization.id }
          : { type: 'OrganizationClaim', key: claim.id },
        origin: originOf(delivery),
      },
    ];
  }
}
