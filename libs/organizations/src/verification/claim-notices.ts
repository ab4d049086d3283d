import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { PlatformStaffService } from '@app/identity';
import {
  defineNotice,
  type Notice,
  NoticeConsumer,
  NotificationKind,
  Notifier,
  originOf,
} from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';
import type { Organization } from '../profiles/organization.entity.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimDecision, type OrganizationClaim } from './organization-claim.entity.js';

defineNotice('NOTICE_CLAIM_APPROVED', {
  title: { zh: '企业主页认领成功', en: 'Your claim was granted' },
  text: {
    zh: '您现在可以代表{organization}，请核对并完善企业资料。',
    en: 'You now act for {organization}. Please check and complete its profile.',
  },
});

defineNotice('NOTICE_CLAIM_REJECTED', {
  title: { zh: '企业主页认领未通过', en: 'Your claim was turned down' },
  text: {
    zh: '您对{organization}主页的认领未通过，原因可在认领记录中查看。',
    en: 'Your claim to the profile of {organization} was turned down; your claim says why.',
  },
});

defineNotice('NOTICE_CLAIM_FILED', {
  title: { zh: '有新的认领或核实申请', en: 'Evidence waits for a decision' },
  text: {
    zh: '有人为{organization}提交了证明材料，请在平台管理中审核。',
    en: 'Somebody sent evidence for {organization}. Please decide on it.',
  },
});

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
    const claim = await this.claims.findClaim(delivery.aggregateId);
    const organization = claim && (await this.organizations.findOrganization(claim.organizationId));
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
    const staff = await this.staff.listStaff();
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
