import { CapabilitiesReader, CapabilitiesService } from '@app/capabilities';
import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, LoaderScope, type Locale, type LocalizedText, renderText } from '@app/kernel';
import {
  OrganizationClaimsService,
  ClaimState,
  type OrganizationAlreadyClaimedError,
  type OrganizationClaim,
  OrganizationsReader,
  FactsService,
} from '@app/organizations';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { FactQuestionsReader } from '../fact-requests/fact-questions.reader.js';
import type { FactRequest } from '../fact-requests/fact-request.entity.js';
import { factRequestAnswered, factRequestClosed } from '../fact-requests/fact-request.events.js';
import {
  ContactObjectionsRepository,
  FactRequestsRepository,
} from '../fact-requests/fact-requests.repository.js';
import { findSupplierName } from '../responses/supply-response.texts.js';
import {
  type AnswerFactRequestInput,
  AnswerFactRequestPayload,
  type AnswerFactRequestResult,
  ClaimByFactRequestPayload,
  type ClaimByFactRequestResult,
  FactLinkInvalidError,
  FactQuestionnaire,
  type FactRequestByTokenResult,
  RefuseFactRequestsPayload,
  type RefuseFactRequestsResult,
} from './fact-answer.graphql.js';
import { type FactAnswers, FactAnswersParser } from './fact-answers.parser.js';
import { FactLinksService, type LinkHolder, type OpenLink } from './fact-links.service.js';

/**
 * What the holder of a one-time link can do without an account: read the questions, answer or refuse them, and claim the
 * profile. An answer uses the link up, in one transaction with the declared facts; a second answer finds the link invalid.
 */
@Injectable()
export class FactAnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: FactLinksService,
    private readonly parser: FactAnswersParser,
    private readonly questions: FactQuestionsReader,
    private readonly requests: FactRequestsRepository,
    private readonly objections: ContactObjectionsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly organizations: OrganizationsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly capabilityFacts: CapabilitiesService,
    private readonly certificates: FactsService,
    private readonly claims: OrganizationClaimsService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** The questions behind a link. Reading them does not use the link up. */
  readQuestionnaire(holder: LinkHolder, locale: Locale): Promise<FactRequestByTokenResult> {
    return this.links.openLink(holder, async (tokenHash) => {
      const link = await this.links.findOpenLink(tokenHash);
      return (link && (await this.describeLink(link, locale))) ?? new FactLinkInvalidError();
    });
  }

  /** Declares the answered facts. If the answerer wants to claim the profile and is signed in, the claim begins at once. */
  answerRequest(
    viewer: Viewer,
    holder: LinkHolder,
    input: AnswerFactRequestInput,
  ): Promise<AnswerFactRequestResult> {
    return this.links.openLink(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const link = await this.links.lockOpenLink(tokenHash);
        if (!link) return new FactLinkInvalidError();
        const { request, organization } = link;
        const answers = this.parser.parseAnswers(request.facts, input);
        await this.saveAnswers(request, answers);
        const claimable = answers.offered && organization.claimState === ClaimState.UNCLAIMED;
        const claim = claimable && input.claim ? await this.beginClaim(viewer, request) : null;
        return new AnswerFactRequestPayload(request.organizationId, claimable && !claim, claim);
      }),
    );
  }

  /** Closes the request. If its link went to a given contact, this contact gets no more links from anybody. */
  refuseRequests(holder: LinkHolder): Promise<RefuseFactRequestsResult> {
    return this.links.openLink(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const link = await this.links.lockOpenLink(tokenHash);
        if (!link) return new FactLinkInvalidError();
        const { request } = link;
        const now = this.clock.now();
        request.refuse(now);
        await this.requests.saveRequest(request);
        if (request.contactHash) await this.objections.addObjection(request.contactHash, now);
        await this.events.record(factRequestClosed(request));
        return new RefuseFactRequestsPayload();
      }),
    );
  }

  /** Claims the profile by an answered link, once. Staff decide, as on every claim. */
  async claimProfile(
    viewer: Viewer,
    holder: LinkHolder,
    evidence: string,
  ): Promise<ClaimByFactRequestResult> {
    viewer.requireUserId();
    return this.links.openLink(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const request = await this.links.lockClaimableRequest(tokenHash);
        if (!request) return new FactLinkInvalidError();
        const filed = await this.fileClaim(viewer, request, evidence);
        return 'claimantId' in filed ? new ClaimByFactRequestPayload(filed) : filed;
      }),
    );
  }

  private async describeLink(
    { request, organization }: OpenLink,
    locale: Locale,
  ): Promise<FactQuestionnaire | null> {
    const need = await this.needs.findNeed(request.needId);
    if (!need) return null;
    const capability = request.capabilityId
      ? await this.capabilities.loadCapability(new LoaderScope(), request.capabilityId)
      : null;
    return new FactQuestionnaire({
      buyerName: (await this.needs.findBuyerName(need))[locale],
      needTitle: need.title,
      needDescription: need.description,
      organizationName: (await findSupplierName(this.organizations, organization.id))[locale],
      capabilityTitle: capability?.title ?? null,
      questions: request.facts.map((fact) => this.questions.describeQuestion(fact, locale)),
      claimable: organization.claimState === ClaimState.UNCLAIMED,
      contactGiven: request.contactKind !== null,
      expiresAt: request.expiresAt,
    });
  }

  /** The facts become declarations of the company with the request as their source. Denied facts stay in the request. */
  private async saveAnswers(
    request: FactRequest,
    { offered, answers, terms, certificates }: FactAnswers,
  ): Promise<void> {
    request.answer(offered, answers, this.clock.now());
    await this.requests.saveRequest(request);
    if (offered) {
      const { id, organizationId, capabilityId } = request;
      const keys = await this.certificates.addAnsweredCertificates(organizationId, id, certificates);
      if (capabilityId) await this.capabilityFacts.recordAnsweredFacts(capabilityId, id, terms, keys);
    }
    await this.events.record(factRequestAnswered(request));
  }

  /** Files the claim of a signed-in answerer. The wish of others is stored; they claim after signing in. */
  private async beginClaim(viewer: Viewer, request: FactRequest): Promise<OrganizationClaim | null> {
    const filed = viewer.userId ? await this.fileClaim(viewer, request, '') : null;
    request.claimWished = true;
    await this.requests.saveRequest(request);
    return filed && 'claimantId' in filed ? filed : null;
  }

  /** Files the claim in the running transaction, with the answered request as a part of the evidence. */
  private async fileClaim(
    viewer: Viewer,
    request: FactRequest,
    evidence: string,
  ): Promise<OrganizationClaim | OrganizationAlreadyClaimedError> {
    const text = [evidence.trim(), linkEvidence(request).zh, linkEvidence(request).en]
      .filter(Boolean)
      .join('\n');
    const filed = await this.claims.claimOrganization(viewer, request.organizationId, text);
    if (!('claim' in filed)) return filed;
    request.claimWished = true;
    request.claimId = filed.claim.id;
    await this.requests.saveRequest(request);
    return filed.claim;
  }
}

/** For staff, who read either language. */
function linkEvidence({ id, contactMask }: FactRequest): LocalizedText {
  const params = { request: id, contact: contactMask ?? '-' };
  return {
    zh: renderText('zh', 'CLAIM_EVIDENCE_BY_LINK', params),
    en: renderText('en', 'CLAIM_EVIDENCE_BY_LINK', params),
  };
}
