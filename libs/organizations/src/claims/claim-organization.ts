import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationAlreadyClaimedError } from '../profiles/organization.errors.js';
import { ClaimState } from '../profiles/organization.enums.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimOrganizationPayload, type ClaimOrganizationResult } from './organization-claim.results.js';
import { ClaimRecord } from './claim-record.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

/**
 * A signed-in user claims an imported profile, or sends evidence for one that is unverified. Asking again replaces the
 * evidence of the claim that already waits.
 */
@Injectable()
export class ClaimOrganization {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly claims: OrganizationClaimsRepository,
    private readonly record: ClaimRecord,
  ) {}

  async claim(viewer: Viewer, organizationId: string, evidence: string): Promise<ClaimOrganizationResult> {
    const { userId } = viewer;
    if (!userId) throw new UnauthenticatedError();
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(organizationId);
      if (!organization) throw new NotFoundError();
      if (organization.claimState === ClaimState.CLAIMED) return new OrganizationAlreadyClaimedError();
      const waiting = await this.claims.findPending(organizationId, userId);
      if (waiting) {
        waiting.replaceEvidence(evidence.trim());
        await this.claims.save(waiting);
        return new ClaimOrganizationPayload(waiting);
      }
      const claim = await this.record.fileClaim(organizationId, userId, evidence);
      return new ClaimOrganizationPayload(claim);
    });
  }
}
