import { AuditLog } from '@app/audit';
import { DomainEvents, Transactions } from '@app/database';
import {
  ConsentPurpose,
  Consents,
  ConsentTextChangedError,
  SharedContactType,
  type Sharer,
  type SharingPair,
  Users,
  type Viewer,
} from '@app/identity';
import { Clock, type LoaderScope, type Locale, NotFoundError } from '@app/kernel';
import { OrganizationsReader } from '@app/organizations';
import { type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import {
  AgreeToContactExchangePayload,
  type AgreeToContactExchangeResult,
  type ContactExchangeType,
} from './contact-exchange.graphql.js';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseState } from './supply-response.enums.js';
import { BuyerNotNamedError, SupplyResponseStateError } from './supply-response.graphql.js';
import { contactsOffered } from './supply-response.events.js';
import { allowExchangingContacts } from './supply-response.policy.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** An agreement to exchange contacts, and the organization that the person acts for. */
interface ContactAgreement {
  readonly responseId: string;
  readonly organizationId: string;
  readonly textVersion: string;
  readonly locale: Locale;
}

/**
 * The exchange of contacts after the buyer is interested. Consents are stored in the ledger of consents: each names its
 * recipient and is withdrawn there. Because a consent has to name who gets the contacts, a buyer under an alias agrees first,
 * which tells this supplier its name; the audit log records that.
 */
@Injectable()
export class ContactExchangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly responses: SupplyResponsesRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly users: Users,
    private readonly consents: Consents,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The exchange as one side sees it; null before the buyer is interested and for viewers who act for neither side. */
  async describeExchange(
    viewer: Viewer,
    response: SupplyResponse,
    actingId: string,
    loaders: LoaderScope,
  ): Promise<ContactExchangeType | null> {
    const need = await this.needs.loadNeed(loaders, response.needId);
    if (!need || response.state !== SupplyResponseState.INTERESTED) return null;
    const isBuyer = actingId === need.organizationId;
    if (!viewer.canEdit(actingId) || (!isBuyer && actingId !== response.organizationId)) return null;
    const partnerId = isBuyer ? response.organizationId : need.organizationId;
    const hidesBuyer = isBuyerUnnamed(need, response);
    const partner =
      hidesBuyer && !isBuyer ? null : await this.organizations.loadOrganization(loaders, partnerId);
    // Consents about another need must not reveal the buyer of this one.
    if (hidesBuyer)
      return {
        partner,
        namesBuyer: isBuyer,
        viewerAgrees: false,
        partnerAgrees: false,
        ours: [],
        theirs: [],
      };
    const [ours, theirs] = await Promise.all([
      this.consents.loadSharers(loaders, { fromId: actingId, toId: partnerId }),
      this.consents.loadSharers(loaders, { fromId: partnerId, toId: actingId }),
    ]);
    return {
      partner,
      namesBuyer: false,
      viewerAgrees: ours.some(({ userId }) => userId === viewer.userId),
      partnerAgrees: theirs.length > 0,
      ours: await this.peopleOf(ours, loaders),
      theirs: ours.length > 0 ? await this.peopleOf(theirs, loaders) : [],
    };
  }

  /** The viewer agrees for one side. Repeating it gives one consent. */
  agreeToExchange(viewer: Viewer, wish: ContactAgreement): Promise<AgreeToContactExchangeResult> {
    const { responseId, organizationId, textVersion, locale } = wish;
    return this.transactions.run(async () => {
      const response = await this.responses.lockResponse(responseId);
      const need = response && (await this.needs.findNeed(response.needId));
      if (!need) throw new NotFoundError();
      allowExchangingContacts(viewer, organizationId, response, need.organizationId);
      if (response.state !== SupplyResponseState.INTERESTED)
        return new SupplyResponseStateError(response.state);
      const isBuyer = organizationId === need.organizationId;
      const hidesBuyer = isBuyerUnnamed(need, response);
      if (hidesBuyer && !isBuyer) return new BuyerNotNamedError();
      const recipientId = isBuyer ? response.organizationId : need.organizationId;
      const given = await this.consents.giveConsent(
        viewer,
        { purpose: ConsentPurpose.CONTACT_SHARING, recipientId },
        { textVersion, locale },
      );
      if (given instanceof ConsentTextChangedError) return given;
      if (hidesBuyer) await this.nameBuyer(viewer, need, response);
      await this.events.record(contactsOffered(response, organizationId));
      return new AgreeToContactExchangePayload(response);
    });
  }

  private async nameBuyer(viewer: Viewer, need: ProcurementNeed, response: SupplyResponse): Promise<void> {
    response.nameBuyer(this.clock.now());
    await this.responses.saveResponse(response);
    await this.audit.record({
      actorId: viewer.userId,
      action: 'BUYER_NAMED_TO_SUPPLIER',
      subjectType: 'ProcurementNeed',
      subjectId: need.id,
      ids: { organization: response.organizationId },
    });
  }

  private async peopleOf(
    sharers: readonly (SharingPair & Sharer)[],
    loaders: LoaderScope,
  ): Promise<SharedContactType[]> {
    const people = await Promise.all(
      sharers.map(async ({ userId, givenAt, fromId }) => {
        const person = await this.users.loadUser(loaders, userId);
        return person ? [new SharedContactType(person, givenAt, [fromId])] : [];
      }),
    );
    return people.flat();
  }
}

function isBuyerUnnamed({ alias }: ProcurementNeed, { buyerNamedAt }: SupplyResponse): boolean {
  return alias !== null && buyerNamedAt === null;
}
