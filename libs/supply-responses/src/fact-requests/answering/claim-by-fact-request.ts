import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { type LocalizedText, renderText, UnauthenticatedError } from '@app/kernel';
import {
  OrganizationClaimsService,
  type OrganizationAlreadyClaimedError,
  type OrganizationClaim,
} from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { FactRequest } from '../fact-request.entity.js';
import { FactLinkInvalidError } from '../fact-request.errors.js';
import { ClaimByFactRequestPayload, type ClaimByFactRequestResult } from '../fact-request.results.js';
import { FactRequestsRepository } from '../fact-requests.repository.js';
import { FactLinks, type LinkHolder } from './fact-links.js';

/** Whoever answered a link begins the claim of the profile; staff decide, as on every claim. */
@Injectable()
export class ClaimByFactRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: FactLinks,
    private readonly requests: FactRequestsRepository,
    private readonly claims: OrganizationClaimsService,
  ) {}

  /** Claims by an answered link, once. */
  async claim(viewer: Viewer, holder: LinkHolder, evidence: string): Promise<ClaimByFactRequestResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    return this.links.open(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const request = await this.links.lockAnswered(tokenHash);
        if (!request) return new FactLinkInvalidError();
        const filed = await this.file(viewer, request, evidence);
        return 'claimantId' in filed ? new ClaimByFactRequestPayload(filed) : filed;
      }),
    );
  }

  /** Files the claim in the running transaction, with the answered request as a part of the evidence. */
  async file(
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
    await this.requests.save(request);
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
