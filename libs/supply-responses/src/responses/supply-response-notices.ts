import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Consents, Memberships, MemberRole } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import {
  type Notice,
  NoticeConsumer,
  NotificationChannel,
  NotificationKind,
  Notifier,
  originOf,
} from '@app/notifications';
import { NeedState, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '@app/organizations';
import { declineReasonCode, findSupplierName } from './supply-response.texts.js';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseState } from './supply-response.enums.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** Name of the event consumer. */
export const SUPPLY_RESPONSE_NOTICES = 'supply-response-notices';

declareEventConsumer({
  name: SUPPLY_RESPONSE_NOTICES,
  types: [
    'SupplyResponseSent',
    'SupplyResponseAnswered',
    'ContactsOffered',
    'ProcurementNeedClosed',
    'ProcurementNeedCancelled',
  ],
});

const EDITORS = [MemberRole.OWNER, MemberRole.EDITOR];
const MEMBERS = Object.values(MemberRole);

const ANSWERS: Partial<Record<SupplyResponseState, string>> = {
  INTERESTED: 'NOTICE_SUPPLY_RESPONSE_INTERESTED',
  NOT_NOW: 'NOTICE_SUPPLY_RESPONSE_NOT_NOW',
  DECLINED: 'NOTICE_SUPPLY_RESPONSE_DECLINED',
};

/** Notices to suppliers about the end of a need; they show the buyer under its alias if it has one. */
const ENDS: Partial<Record<NeedState, string>> = {
  CLOSED: 'NOTICE_ANSWERED_NEED_CLOSED',
  CANCELLED: 'NOTICE_ANSWERED_NEED_CANCELLED',
};

/** Notifies the buyer's editors of responses, suppliers of answers and of the end of a need, and both of offered contacts. */
@Injectable()
export class SupplyResponseNotices extends NoticeConsumer {
  readonly consumer = SUPPLY_RESPONSE_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly responses: SupplyResponsesRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: Memberships,
    private readonly consents: Consents,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const response =
      delivery.aggregateType === 'SupplyResponse'
        ? await this.responses.findResponse(delivery.aggregateId)
        : null;
    const need = await this.needs.findNeed(response?.needId ?? delivery.aggregateId);
    if (!need) return [];
    if (!response) return this.needEnded(need);
    if (delivery.type === 'ContactsOffered')
      return this.contactsOffered(response, need, delivery.ids['sideId'] ?? '');
    return delivery.type === 'SupplyResponseSent'
      ? this.received(response, need, originOf(delivery))
      : this.answered(response, need);
  }

  private async received(response: SupplyResponse, need: ProcurementNeed, origin: string): Promise<Notice[]> {
    if (response.withdrawn) return [];
    const supplier = await findSupplierName(this.organizations, response.organizationId);
    const editors = await this.memberships.peopleOf([need.organizationId], EDITORS);
    return toMembers(editors, {
      kind: NotificationKind.SUPPLY_RESPONSE_RECEIVED,
      code: 'NOTICE_SUPPLY_RESPONSE_RECEIVED',
      params: { need: need.title },
      words: { supplier },
      target: { type: 'SupplyResponse', key: response.id },
      origin,
    });
  }

  /** The current answer: a buyer that changes its answer at once causes one notice. */
  private async answered(response: SupplyResponse, need: ProcurementNeed): Promise<Notice[]> {
    const code = ANSWERS[response.state];
    if (!code) return [];
    const reason = response.declineReason && declineReasonCode(response.declineReason);
    const members = await this.memberships.peopleOf([response.organizationId], MEMBERS);
    return toMembers(members, {
      kind: NotificationKind.SUPPLY_RESPONSE_ANSWERED,
      code,
      params: { need: need.title },
      words: { buyer: await this.needs.findBuyerName(need), ...(reason ? { reason } : {}) },
      target: { type: 'SupplyResponse', key: response.id },
      origin: `answer:${response.id}:${response.answeredAt?.toISOString()}`,
    });
  }

  /** Notifies the other side that contacts are offered, or that both sides have agreed. */
  private async contactsOffered(
    response: SupplyResponse,
    need: ProcurementNeed,
    sideId: string,
  ): Promise<Notice[]> {
    const isBuyer = sideId === need.organizationId;
    const otherId = isBuyer ? response.organizationId : need.organizationId;
    const scope = new LoaderScope();
    const [offered, returned] = await Promise.all([
      this.consents.loadSharers(scope, { fromId: sideId, toId: otherId }),
      this.consents.loadSharers(scope, { fromId: otherId, toId: sideId }),
    ]);
    if (offered.length === 0 || response.state !== SupplyResponseState.INTERESTED) return [];
    const both = returned.length > 0;
    const partner = isBuyer
      ? await this.needs.findBuyerName(need)
      : await findSupplierName(this.organizations, sideId);
    return toMembers(await this.memberships.peopleOf([otherId], EDITORS), {
      kind: isBuyer ? NotificationKind.SUPPLY_RESPONSE_ANSWERED : NotificationKind.SUPPLY_RESPONSE_RECEIVED,
      only: [NotificationChannel.IN_APP, NotificationChannel.EMAIL],
      code: both ? 'NOTICE_CONTACTS_EXCHANGED' : 'NOTICE_CONTACTS_OFFERED',
      params: { need: need.title },
      words: { partner },
      target: { type: 'SupplyResponse', key: response.id },
      origin: `contacts:${response.id}:${sideId}:${both ? 'both' : 'one'}`,
    });
  }

  private async needEnded(need: ProcurementNeed): Promise<Notice[]> {
    const code = ENDS[need.state];
    if (!code) return [];
    const suppliers = await this.responses.findSupplierIds(need.id);
    const members = await this.memberships.peopleOf(suppliers, MEMBERS);
    return toMembers(members, {
      kind: NotificationKind.NEED_ENDED,
      code,
      params: { need: need.title },
      words: { buyer: await this.needs.findBuyerName(need) },
      target: { type: 'ProcurementNeed', key: need.id },
      origin: `ended:${need.id}:${need.state}`,
    });
  }
}

function toMembers(
  members: readonly { userId: string; organizationId: string }[],
  notice: Omit<Notice, 'userIds' | 'organizationId'>,
): Notice[] {
  return members.map(({ userId, organizationId }) => ({ ...notice, userIds: [userId], organizationId }));
}
