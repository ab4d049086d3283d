import { CapabilitiesReader, type Capability } from '@app/capabilities';
import { DomainEvents, Transactions } from '@app/database';
import {
  AttemptLimits,
  type Identifier,
  TooManyAttemptsError,
  UseCaseRunner,
  type Viewer,
  type WindowRule,
} from '@app/identity';
import {
  BadInputError,
  Clock,
  type Connection,
  FactState,
  LoaderScope,
  type Locale,
  NotFoundError,
  Rollback,
} from '@app/kernel';
import { ExclusionsReader } from '@app/matching';
import { ClaimState, OrganizationsReader, QuotaAction, UnverifiedLimits } from '@app/organizations';
import { type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { contactHash, contactMask } from './fact-contacts.js';
import { FactQuestionsReader } from './fact-questions.reader.js';
import { type PlannedRequest, FactRequestWriter } from './fact-request.writer.js';
import type { FactRequest, RequestContact, RequestedFact } from './fact-request.entity.js';
import { FactRequestState } from './fact-request.enums.js';
import { factRequestClosed } from './fact-request.events.js';
import {
  FactContactError,
  FactRequestExistsError,
  FactRequestStateError,
  NothingToAskError,
  RequestFactsPayload,
  type RequestFactsResult,
  RevokeFactRequestPayload,
  type RevokeFactRequestResult,
} from './fact-request.graphql.js';
import {
  allowRequestingFacts,
  allowRevokingFactRequest,
  maySeeFactRequest,
  maySeeFactRequests,
  REQUESTS_OF_ORGANIZATION,
  REQUESTS_TO_COMPANY,
  REQUESTS_TO_CONTACT,
} from './fact-request.policy.js';
import { ContactObjectionsRepository, FactRequestsRepository } from './fact-requests.repository.js';

/** A request that a buyer or organizer wants to send. */
export interface WishedRequest {
  readonly requesterOrganizationId: string;
  readonly needId: string;
  readonly capabilityId: string;
  /** Null: all facts that the match card does not know. */
  readonly facts: readonly RequestedFact[] | null;
  /** For an unclaimed profile. */
  readonly contact: Identifier | null;
  readonly locale: Locale;
  readonly clientMutationId?: string | null;
}

const NO_CONTACT: RequestContact = { contactKind: null, contactMask: null, contactHash: null };

/** Buyers and organizers request facts from companies, list their requests and revoke them. */
@Injectable()
export class FactRequestsService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly requests: FactRequestsRepository,
    private readonly objections: ContactObjectionsRepository,
    private readonly writer: FactRequestWriter,
    private readonly questions: FactQuestionsReader,
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly organizations: OrganizationsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly unverified: UnverifiedLimits,
    private readonly limits: AttemptLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** A request if the viewer may see it. */
  async findRequest(viewer: Viewer, id: string): Promise<FactRequest | null> {
    const request = viewer.signedIn ? await this.requests.findRequest(id) : null;
    const need = request && (await this.needs.findNeed(request.needId));
    return need && maySeeFactRequest(viewer, request, need.organizationId) ? request : null;
  }

  /** A page of the requests about a need, newest first; null if the viewer may not see them. */
  async listRequests(
    viewer: Viewer,
    need: ProcurementNeed,
    page: { first: number; after?: string | null },
  ): Promise<Connection<FactRequest> | null> {
    return maySeeFactRequests(viewer, need) ? this.requests.listRequests(need.id, page) : null;
  }

  /**
   * Requests facts that decide a match from a company. The need is locked, so that two requests to one company run one
   * after the other; a unique key refuses the second in any case. A request that is not sent gives its quota back.
   */
  async requestFacts(viewer: Viewer, wish: WishedRequest): Promise<RequestFactsResult> {
    viewer.requireUserId();
    const { need, capability } = await this.findSubject(viewer, wish);
    const known = wish.clientMutationId
      ? null
      : await this.requests.findRequestTo(need.id, capability.organizationId);
    if (known) return new FactRequestExistsError(known);
    const planned = await this.planRequest(viewer, need, capability, wish);
    if ('code' in planned) return planned;
    if (planned.facts.length === 0 && capability.factState !== FactState.INFERRED)
      return new NothingToAskError();
    const verdict = await this.limits.takeAttempts(quotasOf(planned));
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    let sent = false;
    try {
      return await this.runner.runCreation<RequestFactsResult>(viewer, {
        operation: 'requestFacts',
        clientMutationId: wish.clientMutationId,
        create: () => this.sendRequest(planned),
        present: async (id, repeated) => {
          const request = await this.requests.findRequest(id);
          if (request?.requesterOrganizationId !== wish.requesterOrganizationId) throw new NotFoundError();
          sent = !repeated;
          return new RequestFactsPayload(request);
        },
      });
    } finally {
      if (!sent) for (const [rule, of] of quotasOf(planned)) await this.limits.giveBackAttempt(rule, of);
    }
  }

  /** Revokes a request, so that its link is invalid. Revoking it again changes nothing. */
  revokeRequest(viewer: Viewer, id: string, organizationId: string): Promise<RevokeFactRequestResult> {
    return this.transactions.run(async () => {
      const request = await this.requests.lockRequest({ id });
      const need = request && (await this.needs.findNeed(request.needId));
      if (!need) throw new NotFoundError();
      allowRevokingFactRequest(viewer, request, need.organizationId);
      if (![request.requesterOrganizationId, need.organizationId].includes(organizationId))
        throw new NotFoundError();
      const now = this.clock.now();
      if (request.recordedState === FactRequestState.REVOKED) return new RevokeFactRequestPayload(request);
      if (!request.openAt(now)) return new FactRequestStateError(request.stateAt(now));
      request.revoke(now);
      await this.requests.saveRequest(request);
      await this.events.record(factRequestClosed(request));
      return new RevokeFactRequestPayload(request);
    });
  }

  /** The need and the capability of a request, if the viewer may ask about them. */
  private async findSubject(
    viewer: Viewer,
    { needId, capabilityId, requesterOrganizationId }: WishedRequest,
  ): Promise<{ need: ProcurementNeed; capability: Capability }> {
    const need = await this.needs.findVisibleNeed(viewer, needId);
    if (!need) throw new NotFoundError();
    allowRequestingFacts(viewer, requesterOrganizationId, need.organizationId);
    const capability = await this.capabilities.loadCapability(new LoaderScope(), capabilityId);
    if (!capability?.published || capability.organizationId === need.organizationId)
      throw new BadInputError('FACT_REQUEST_CAPABILITY_UNKNOWN', {}, ['input.capabilityId']);
    // Only the buyer learns that it hid the match; an organizer that asks for the buyer does not.
    if (
      viewer.memberOf(need.organizationId) &&
      (await this.exclusions.isExcludedByBuyer(need, capability.organizationId))
    )
      throw new BadInputError('FACT_REQUEST_MATCH_HIDDEN', {}, ['input.capabilityId']);
    return { need, capability };
  }

  /**
   * Decides what the request asks and where its link goes. A claimed company is asked only through its members, because a
   * link to another address would let its holder speak for the company. An unclaimed one is asked through a contact whose
   * holder has not objected.
   */
  private async planRequest(
    viewer: Viewer,
    need: ProcurementNeed,
    capability: Capability,
    { contact, facts, locale, requesterOrganizationId }: WishedRequest,
  ): Promise<PlannedRequest | FactContactError> {
    const { organizationId } = capability;
    const company = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
    const claimed = company !== null && company.claimState !== ClaimState.UNCLAIMED;
    if (claimed && contact) return new FactContactError('FACT_CONTACT_OF_CLAIMED');
    if (!claimed && !contact) return new FactContactError('FACT_CONTACT_NEEDED');
    const trace = contact ? await traceOf(contact) : NO_CONTACT;
    if (trace.contactHash && (await this.objections.hasObjection(trace.contactHash)))
      return new FactContactError('FACT_CONTACT_OBJECTED');
    return {
      ...{ requesterOrganizationId, needId: need.id, organizationId, capabilityId: capability.id },
      ...{ contact, trace, locale },
      facts: facts ?? (await this.questions.findOpenQuestions(viewer, need, capability.id)),
    };
  }

  private async sendRequest(planned: PlannedRequest): Promise<string> {
    await this.unverified.useQuota(planned.requesterOrganizationId, QuotaAction.INVITE_ORGANIZATION);
    const result = await this.writer.sendRequest(planned);
    if (typeof result !== 'string') throw new Rollback<RequestFactsResult>(result);
    return result;
  }
}

async function traceOf(contact: Identifier): Promise<RequestContact> {
  return {
    contactKind: contact.kind,
    contactMask: contactMask(contact),
    contactHash: await contactHash(contact),
  };
}

function quotasOf(planned: PlannedRequest): (readonly [WindowRule, string])[] {
  return [
    [REQUESTS_OF_ORGANIZATION, planned.requesterOrganizationId],
    [REQUESTS_TO_COMPANY, planned.organizationId],
    ...(planned.contact ? [[REQUESTS_TO_CONTACT, planned.contact.value] as const] : []),
  ];
}
