import type { Capability } from '@app/capabilities';
import {
  AttemptLimits,
  type Identifier,
  TooManyAttemptsError,
  type Viewer,
  type WindowRule,
} from '@app/identity';
import { FactState, type Locale, LoaderScope } from '@app/kernel';
import { ClaimState, OrganizationsLoader } from '@app/organizations';
import { UnknownFactsReader } from '@app/matching';
import type { ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { ContactObjectionsRepository } from './contacts/contact-objections.repository.js';
import { contactHash, contactMask } from './contacts/contact-traces.js';
import type { RequestContact } from './fact-request.entity.js';
import { FactContactError } from './fact-request.errors.js';
import { REQUESTS_OF_ORGANIZATION, REQUESTS_TO_COMPANY, REQUESTS_TO_CONTACT } from './fact-request-limits.js';
import { questionsAbout } from './asked-facts.js';
import type { RequestedFact } from './requested-fact.js';

/** What somebody wants to ask of whom, and where the link shall go. */
export interface WishedRequest {
  readonly requesterOrganizationId: string;
  readonly needId: string;
  readonly capabilityId: string;
  /** Null: whatever the match card does not know. */
  readonly facts: readonly RequestedFact[] | null;
  /** For an unclaimed profile. */
  readonly contact: Identifier | null;
  readonly locale: Locale;
  readonly clientMutationId?: string | null;
}

/** A request that can be made. */
export interface PlannedRequest {
  readonly requesterOrganizationId: string;
  readonly needId: string;
  readonly organizationId: string;
  readonly capabilityId: string;
  readonly facts: readonly RequestedFact[];
  /** Whether the capability was only inferred, so that asking for its confirmation alone makes sense. */
  readonly inferred: boolean;
  readonly contact: Identifier | null;
  readonly trace: RequestContact;
  readonly locale: Locale;
}

const NO_TRACE: RequestContact = { contactKind: null, contactMask: null, contactHash: null };

/** Decides what a request asks and where its link may go; who may ask has been decided before. */
@Injectable()
export class FactRequestPlan {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly objections: ContactObjectionsRepository,
    private readonly unknown: UnknownFactsReader,
    private readonly limits: AttemptLimits,
  ) {}

  /**
   * The request: a claimed company is asked through its members alone, since a link to any other address would let its
   * holder speak for the company; an unclaimed one through a contact whose holder has not objected.
   */
  async make(
    viewer: Viewer,
    need: ProcurementNeed,
    capability: Capability,
    { contact, facts, locale, requesterOrganizationId }: WishedRequest,
  ): Promise<PlannedRequest | FactContactError> {
    const { organizationId } = capability;
    const company = await this.organizations.load(new LoaderScope(), organizationId);
    const claimed = company !== null && company.claimState !== ClaimState.UNCLAIMED;
    if (claimed && contact) return new FactContactError('FACT_CONTACT_OF_CLAIMED');
    if (!claimed && !contact) return new FactContactError('FACT_CONTACT_NEEDED');
    const trace = contact ? await traceOf(contact) : NO_TRACE;
    if (trace.contactHash && (await this.objections.has(trace.contactHash)))
      return new FactContactError('FACT_CONTACT_OBJECTED');
    return {
      ...{ requesterOrganizationId, needId: need.id, organizationId, capabilityId: capability.id },
      ...{ contact, trace, locale },
      facts: facts ?? (await this.questions(viewer, need, capability.id)),
      inferred: capability.factState === FactState.INFERRED,
    };
  }

  private async questions(
    viewer: Viewer,
    need: ProcurementNeed,
    capabilityId: string,
  ): Promise<RequestedFact[]> {
    const unknown = await this.unknown.readUnknownFacts(viewer, need, capabilityId);
    return unknown ? questionsAbout(unknown) : [];
  }

  /** Takes one of what the organization, the company and the contact have left of the day. */
  async takeQuota(planned: PlannedRequest): Promise<TooManyAttemptsError | null> {
    const verdict = await this.limits.takeAttempts(rulesOf(planned));
    return verdict.allowed ? null : new TooManyAttemptsError(verdict);
  }

  /** Nobody was asked after all. */
  async giveBackQuota(planned: PlannedRequest): Promise<void> {
    for (const [rule, of] of rulesOf(planned)) await this.limits.giveBackAttempt(rule, of);
  }
}

async function traceOf(contact: Identifier): Promise<RequestContact> {
  return {
    contactKind: contact.kind,
    contactMask: contactMask(contact),
    contactHash: await contactHash(contact),
  };
}

function rulesOf(planned: PlannedRequest): (readonly [WindowRule, string])[] {
  return [
    [REQUESTS_OF_ORGANIZATION, planned.requesterOrganizationId],
    [REQUESTS_TO_COMPANY, planned.organizationId],
    ...(planned.contact ? [[REQUESTS_TO_CONTACT, planned.contact.value] as const] : []),
  ];
}
