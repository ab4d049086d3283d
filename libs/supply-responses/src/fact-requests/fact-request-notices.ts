import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { type Notice, NoticeConsumer, NotificationKind, Notifier } from '@app/notifications';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '@app/organizations';
import { findSupplierName } from '../responses/supply-response.texts.js';
import { FactRequestState } from './fact-request.enums.js';
import { FactRequestsRepository } from './fact-requests.repository.js';

/** Name of the event consumer. */
export const FACT_REQUEST_NOTICES = 'fact-request-notices';

declareEventConsumer({ name: FACT_REQUEST_NOTICES, types: ['FactRequestAnswered'] });

const EDITORS = [MemberRole.OWNER, MemberRole.EDITOR];

const CODES: Partial<Record<FactRequestState, string>> = {
  ANSWERED: 'NOTICE_FACT_REQUEST_ANSWERED',
  NOT_OFFERED: 'NOTICE_FACT_REQUEST_NOT_OFFERED',
};

/** Notifies the editors of the buyer and of the requester that a company answered. */
@Injectable()
export class FactRequestNotices extends NoticeConsumer {
  readonly consumer = FACT_REQUEST_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly requests: FactRequestsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: Memberships,
  ) {
    super(transactions, notifier);
  }

  protected async noticesOf(delivery: EventDelivery): Promise<Notice[]> {
    const request = await this.requests.findRequest(delivery.aggregateId);
    const code = request && CODES[request.recordedState];
    const need = code && (await this.needs.findNeed(request.needId));
    if (!need) return [];
    const sides = [...new Set([need.organizationId, request.requesterOrganizationId])];
    const editors = await this.memberships.peopleOf(sides, EDITORS);
    const supplier = await findSupplierName(this.organizations, request.organizationId);
    return editors.map(({ userId, organizationId }) => ({
      userIds: [userId],
      organizationId,
      kind: NotificationKind.FACT_REQUEST_ANSWERED,
      code,
      params: { need: need.title },
      words: { supplier },
      target: { type: 'FactRequest', key: request.id },
      origin: `fact-request:${request.id}`,
    }));
  }
}
