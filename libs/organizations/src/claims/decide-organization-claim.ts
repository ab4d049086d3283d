import { Transactions } from '@app/database';
import { Memberships, type Viewer } from '@app/identity';
import { Clock, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationAlreadyClaimedError } from '../profiles/organization.errors.js';
import type { Organization } from '../profiles/organization.entity.js';
import { ClaimState } from '../profiles/organization.enums.js';
import { allowModeratingOrganizations } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimDecision } from './claim-decision.js';
import { ClaimRecord } from './claim-record.js';
import {
  ClaimAlreadyDecidedError,
  DecideOrganizationClaimPayload,
  type DecideOrganizationClaimResult,
} from './organization-claim.results.js';
import type { OrganizationClaim } from './organization-claim.entity.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

/** What staff decide on a claim. */
export interface ClaimVerdict {
  readonly claimId: string;
  readonly approve: boolean;
  /** The staff's note: what was checked and how. */
  readonly reason: string;
}

/**
 * Platform staff decide who looks after an imported or unverified profile; the first approved claim closes all others.
 * Who registered a profile that belongs to somebody else loses it to the approved claimant.
 */
@Injectable()
export class DecideOrganizationClaim {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly claims: OrganizationClaimsRepository,
    private readonly memberships: Memberships,
    private readonly record: ClaimRecord,
    private readonly clock: Clock,
  ) {}

  async decide(viewer: Viewer, verdict: ClaimVerdict): Promise<DecideOrganizationClaimResult> {
    allowModeratingOrganizations(viewer);
    const staffId = viewer.userId;
    if (!staffId) throw new UnauthenticatedError();
    return this.transactions.run(async () => {
      const { claim, organization } = await this.lock(verdict.claimId);
      if (!claim.pending) return new ClaimAlreadyDecidedError(claim);
      if (!verdict.approve) {
        await this.reject(claim, staffId, verdict.reason);
        return new DecideOrganizationClaimPayload(claim);
      }
      if (organization.claimState === ClaimState.CLAIMED) return new OrganizationAlreadyClaimedError();
      await this.approve(claim, organization, staffId, verdict.reason);
      return new DecideOrganizationClaimPayload(claim);
    });
  }

  /** The organization is locked before its claim is read, so that two decisions at once come one after the other. */
  private async lock(claimId: string): Promise<{ claim: OrganizationClaim; organization: Organization }> {
    const organizationId = (await this.claims.find(claimId))?.organizationId;
    const organization = organizationId ? await this.organizations.lock(organizationId) : null;
    const claim = await this.claims.find(claimId);
    if (!organization || !claim) throw new NotFoundError();
    return { claim, organization };
  }

  private async approve(
    claim: OrganizationClaim,
    organization: Organization,
    staffId: string,
    reason: string,
  ): Promise<void> {
    const at = this.clock.now();
    claim.decide(ClaimDecision.APPROVED, staffId, reason, at);
    await this.claims.save(claim);
    organization.claim(at);
    await this.organizations.save(organization);
    await this.memberships.handOver(organization.id, claim.claimantId, staffId);
    for (const other of await this.claims.pendingOf(organization.id)) await this.reject(other, staffId, null);
    await this.record.approved(claim, staffId);
  }

  private async reject(claim: OrganizationClaim, staffId: string, reason: string | null): Promise<void> {
    claim.decide(ClaimDecision.REJECTED, staffId, reason, this.clock.now());
    await this.claims.save(claim);
    await this.record.rejected(claim, staffId);
  }
}
