import { AuditLog } from '@app/audit';
import { DomainEvents, Transactions } from '@app/database';
import { Memberships, type Viewer } from '@app/identity';
import { Clock, type Connection, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import { ClaimState } from '../profiles/organization.enums.js';
import {
  organizationChanged,
  organizationClaimDecided,
  organizationClaimed,
  organizationClaimFiled,
} from '../profiles/organization.events.js';
import { OrganizationAlreadyClaimedError } from '../profiles/organization.graphql.js';
import { allowModeratingOrganizations, maySeeClaim } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { ClaimDecision, OrganizationClaim } from './organization-claim.entity.js';
import {
  ClaimAlreadyDecidedError,
  ClaimOrganizationPayload,
  type ClaimOrganizationResult,
  DecideOrganizationClaimPayload,
  type DecideOrganizationClaimResult,
} from './organization-claim.graphql.js';
import { OrganizationClaimsRepository } from './organization-claims.repository.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** What staff decide on a claim. */
export interface ClaimVerdict {
  readonly claimId: string;
  readonly approve: boolean;
  /** The note of staff: what was checked and how. */
  readonly reason: string;
}

/** Claims on imported and unverified profiles: users file them with evidence, platform staff decide. */
@Injectable()
export class OrganizationClaimsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly claims: OrganizationClaimsRepository,
    private readonly memberships: Memberships,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A claim if the viewer may see it. */
  async findClaim(viewer: Viewer, id: string): Promise<OrganizationClaim | null> {
    const claim = await this.claims.findClaim(id);
    return claim && maySeeClaim(viewer, claim) ? claim : null;
  }

  /** All claims, or those with one decision. For staff. */
  listClaims(
    viewer: Viewer,
    decision: ClaimDecision | null,
    wish: PageWish,
  ): Promise<Connection<OrganizationClaim>> {
    allowModeratingOrganizations(viewer);
    return this.claims.pageClaims({ decision }, wish);
  }

  /** The viewer's own claims. */
  listOwnClaims(viewer: Viewer, wish: PageWish): Promise<Connection<OrganizationClaim>> {
    return this.claims.pageClaims({ claimantId: viewer.requireUserId() }, wish);
  }

  /** Claims a profile for the viewer. A second call replaces the evidence of the claim that is still pending. */
  async claimOrganization(
    viewer: Viewer,
    organizationId: string,
    evidence: string,
  ): Promise<ClaimOrganizationResult> {
    const userId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const organization = await this.organizations.lockOrganization(organizationId);
      if (!organization) throw new NotFoundError();
      if (organization.claimState === ClaimState.CLAIMED) return new OrganizationAlreadyClaimedError();
      const pending = await this.claims.findPendingClaim(organizationId, userId);
      if (pending) {
        pending.replaceEvidence(evidence.trim());
        await this.claims.saveClaim(pending);
        return new ClaimOrganizationPayload(pending);
      }
      return new ClaimOrganizationPayload(await this.fileClaim(organizationId, userId, evidence));
    });
  }

  /** Files a new claim; part of the running transaction. */
  async fileClaim(organizationId: string, claimantId: string, evidence: string): Promise<OrganizationClaim> {
    const claim = OrganizationClaim.file(
      newId(),
      organizationId,
      claimantId,
      evidence.trim(),
      this.clock.now(),
    );
    await this.claims.saveClaim(claim);
    await this.events.record(organizationClaimFiled(claim.id, organizationId));
    return claim;
  }

  /**
   * Decides on a claim. Approval makes the claimant the owner and rejects all other pending claims; a person who
   * registered a profile that belongs to somebody else loses it. For staff.
   */
  async decideClaim(viewer: Viewer, verdict: ClaimVerdict): Promise<DecideOrganizationClaimResult> {
    allowModeratingOrganizations(viewer);
    const staffId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const { claim, organization } = await this.lockClaim(verdict.claimId);
      if (!claim.pending) return new ClaimAlreadyDecidedError(claim);
      if (!verdict.approve) {
        await this.rejectClaim(claim, staffId, verdict.reason);
        return new DecideOrganizationClaimPayload(claim);
      }
      if (organization.claimState === ClaimState.CLAIMED) return new OrganizationAlreadyClaimedError();
      await this.approveClaim(claim, organization, staffId, verdict.reason);
      return new DecideOrganizationClaimPayload(claim);
    });
  }

  /** Locks the organization before it reads the claim, so that two decisions at once come one after the other. */
  private async lockClaim(
    claimId: string,
  ): Promise<{ claim: OrganizationClaim; organization: Organization }> {
    const organizationId = (await this.claims.findClaim(claimId))?.organizationId;
    const organization = organizationId ? await this.organizations.lockOrganization(organizationId) : null;
    const claim = await this.claims.findClaim(claimId);
    if (!organization || !claim) throw new NotFoundError();
    return { claim, organization };
  }

  private async approveClaim(
    claim: OrganizationClaim,
    organization: Organization,
    staffId: string,
    reason: string,
  ): Promise<void> {
    const at = this.clock.now();
    claim.decide(ClaimDecision.APPROVED, staffId, reason, at);
    await this.claims.saveClaim(claim);
    organization.claim(at);
    await this.organizations.saveOrganization(organization);
    await this.memberships.handOver(organization.id, claim.claimantId, staffId);
    for (const other of await this.claims.findPendingClaims(organization.id))
      await this.rejectClaim(other, staffId, null);
    await this.events.record(
      organizationClaimDecided(claim.id, organization.id),
      organizationClaimed(organization.id),
      organizationChanged(organization.id),
    );
    await this.recordDecision('APPROVE_ORGANIZATION_CLAIM', claim, staffId);
  }

  private async rejectClaim(claim: OrganizationClaim, staffId: string, reason: string | null): Promise<void> {
    claim.decide(ClaimDecision.REJECTED, staffId, reason, this.clock.now());
    await this.claims.saveClaim(claim);
    await this.events.record(organizationClaimDecided(claim.id, claim.organizationId));
    await this.recordDecision('REJECT_ORGANIZATION_CLAIM', claim, staffId);
  }

  private recordDecision(action: string, claim: OrganizationClaim, staffId: string): Promise<void> {
    return this.audit.record({
      actorId: staffId,
      action,
      subjectType: 'Organization',
      subjectId: claim.organizationId,
      ids: { claim: claim.id, claimant: claim.claimantId },
    });
  }
}
