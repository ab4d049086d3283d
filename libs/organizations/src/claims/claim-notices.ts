import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { PlatformStaffService } from '@app/identity';
import { type Notice, NoticeConsumer, NotificationKind, Notifier, originOf } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimDecision } from './claim-decision.js';
import './claim-notices.texts.js';
import type { OrganizationClaim } from './organization-claim.entity.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

/** Name of the deliveries of notices about claims. */
export const CLAIM_NOTICES = 'claim-notices';

declareEventConsumer({ name: CLAIM_NOTICES, types: ['OrganizationClaimFiled', 'OrganizationClaimDecided'] });

/** Tells staff that a claim waits, and claimants what staff decided. */
@Injectable()
export class ClaimNotices extends NoticeConsumer {
  readonly consumer = CLAIM_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly claims: OrganizationClaimsRepository,
    private readonly organizations: OrganizationsRepository,
    private readonly staff: PlatformStaffService,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const claim = await this.claims.find(delivery.aggregateId);
    const organization = claim && (await this.organizations.find(claim.organizationId));
    if (!organization) return [];
    if (delivery.type === 'OrganizationClaimFiled')
      return claim.pending ? this.waiting(claim, organization, delivery) : [];
    if (claim.pending) return [];
    const approved = claim.decision === ClaimDecision.APPROVED;
    return [
      {
        userIds: [claim.claimantId],
        kind: NotificationKind.CLAIM_DECIDED,
        code: approved ? 'NOTICE_CLAIM_APPROVED' : 'NOTICE_CLAIM_REJECTED',
        words: nameOf(organization),
        target: approved
          ? { type: 'Organization', key: organization.id }
          : { type: 'OrganizationClaim', key: claim.id },
        origin: originOf(delivery),
      },
    ];
  }

  private async waiting(
    claim: OrganizationClaim,
    organization: Organization,
    delivery: EventDelivery,
  ): Promise<Notice[]> {
    const staff = await this.staff.list();
    return [
      {
        userIds: staff.map(({ userId }) => userId),
        kind: NotificationKind.CLAIM_FILED,
        code: 'NOTICE_CLAIM_FILED',
        words: nameOf(organization),
        target: { type: 'OrganizationClaim', key: claim.id },
        origin: originOf(delivery),
      },
    ];
  }
}

const nameOf = ({ name, nameEn }: Organization) => ({ organization: { zh: name, en: nameEn ?? name } });
