import { DomainEvents } from '@app/database';
import { hashToken, type Identifier, MemberRole, Memberships, MessageSender, newToken } from '@app/identity';
import { Clock, type Locale, newId } from '@app/kernel';
import { ExclusionsReader } from '@app/matching';
import { PublicLinks, ReceiversReader } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { NeedNotOpenError, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { findSupplierName } from '../responses/supply-response.texts.js';
import {
  FACT_REQUEST_DAYS,
  FactRequest,
  type RequestContact,
  type RequestedFact,
} from './fact-request.entity.js';
import { factRequestSent } from './fact-request.events.js';
import { FactRequestExistsError } from './fact-request.graphql.js';
import { FactRequestsRepository } from './fact-requests.repository.js';

/** Characters of a need's title in a message. */
const MAX_TITLE_LENGTH = 40;
/** Members of a company that get the link. */
const MAX_RECEIVERS = 5;

/** A request that can be sent. */
export interface PlannedRequest {
  readonly requesterOrganizationId: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly capabilityId: string;
  readonly facts: readonly RequestedFact[];
  /** Null: the members of the company get the link. */
  readonly contact: Identifier | null;
  readonly trace: RequestContact;
  /** Language of the message to a contact. */
  readonly locale: Locale;
}

/** Where a link goes, and in which language. */
interface Receiver {
  readonly to: Identifier;
  readonly locale: Locale;
}

/** Stores fact requests and orders the messages with their links, in the running transaction. */
@Injectable()
export class FactRequestWriter {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: Memberships,
    private readonly receivers: ReceiversReader,
    private readonly messages: MessageSender,
    private readonly links: PublicLinks,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a request and orders its message; returns the id, or why no request is sent. A company that hid the need or blocks
   * its buyer gets no message. Its request expires like one that is not answered, so that nothing shows the difference.
   */
  async sendRequest(planned: PlannedRequest): Promise<string | NeedNotOpenError | FactRequestExistsError> {
    const now = this.clock.now();
    const need = await this.needs.lockNeed(planned.needId);
    if (!need?.openAt(now)) return new NeedNotOpenError();
    const known = await this.requests.findRequestTo(planned.needId, planned.organizationId);
    if (known) return new FactRequestExistsError(known);
    const { needId, organizationId, capabilityId, requesterOrganizationId, facts, trace } = planned;
    const token = newToken();
    const request = FactRequest.send(
      {
        ...{ id: newId(), needId, organizationId, capabilityId, requesterOrganizationId },
        facts: [...facts],
        tokenHash: hashToken(token),
        ...trace,
      },
      now,
    );
    await this.requests.insertRequest(request);
    if (!(await this.isOutOfSight(need, organizationId))) {
      const { contact, locale } = planned;
      const receivers = contact ? [{ to: contact, locale }] : await this.findMembers(organizationId);
      await this.sendLinks(request, need, token, receivers);
    }
    await this.events.record(factRequestSent(request));
    return request.id;
  }

  /** Whether the company hid the need or blocks its buyer, or the buyer hid the company. */
  private async isOutOfSight(need: ProcurementNeed, supplierId: string): Promise<boolean> {
    const hidden = await this.exclusions.findExcludedNeeds(supplierId, [need.id]);
    return hidden.has(need.id) || (await this.exclusions.isExcludedByBuyer(need, supplierId));
  }

  /** Owners and editors of the company, each with their language. */
  private async findMembers(organizationId: string): Promise<Receiver[]> {
    const members = await this.memberships.peopleOf([organizationId], [MemberRole.OWNER, MemberRole.EDITOR]);
    const people = await this.receivers.findReceivers(
      members.slice(0, MAX_RECEIVERS).map(({ userId }) => userId),
    );
    return people.flatMap(({ identifiers: [to], locale }) => (to ? [{ to, locale }] : []));
  }

  /** Sends the link with its token. The message holds only words of the platform, and the buyer's alias if it uses one. */
  private async sendLinks(
    request: FactRequest,
    need: ProcurementNeed,
    token: string,
    receivers: readonly Receiver[],
  ): Promise<void> {
    const buyer = await this.needs.findBuyerName(need);
    const organization = await findSupplierName(this.organizations, request.organizationId);
    for (const { to, locale } of receivers)
      await this.messages.send({
        to,
        template: 'MESSAGE_FACT_REQUEST',
        params: {
          buyer: buyer[locale],
          organization: organization[locale],
          need: need.title.slice(0, MAX_TITLE_LENGTH),
          count: request.facts.length + 1,
          days: FACT_REQUEST_DAYS,
          link: this.links.linkTo(`/f/${token}`),
        },
        locale,
        uselessAfter: request.expiresAt,
      });
  }
}
