import { AuditLog } from '@app/audit';
import { DomainEvents, Transactions } from '@app/database';
import { Memberships, type Viewer } from '@app/identity';
import { Clock, type Connection, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
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

/** Reading claims: everybody their own, staff all. */
@Injectable()
export class OrganizationClaimsService {
  constructor(private readonly claims: OrganizationClaimsRepository) {}

  /** A claim if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<OrganizationClaim | null> {
    const claim = await this.claims.find(id);
    return claim && maySeeClaim(viewer, claim) ? claim : null;
  }

  /** For staff: all claims, or those of which something became. */
  page(
    viewer: Viewer,
    decision: ClaimDecision | null,
    wish: PageWish,
  ): Promise<Connection<OrganizationClaim>> {
    allowModeratingOrganizations(viewer);
    return this.claims.page({ decision }, wish);
  }

  /** The viewer's own claims. */
  mine(viewer: Viewer, wish: PageWish): Promise<Connection<OrganizationClaim>> {
    if (!viewer.userId) throw new UnauthenticatedError();
    return this.claims.page({ claimantId: viewer.userId }, wish);
  }
}

/** Files claims, and records and announces what became of them. */
@Injectable()
export class ClaimRecord {
  constructor(
    private readonly claims: OrganizationClaimsRepository,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Files a claim with its evidence; part of the running transaction. */
  async fileClaim(organizationId: string, claimantId: string, evidence: string): Promise<OrganizationClaim> {
    const claim = OrganizationClaim.file(
      newId(),
      organizationId,
      claimantId,
      evidence.trim(),
      this.clock.now(),
    );
    await this.claims.save(claim);
    await this.events.record(organizationClaimFiled(claim.id, organizationId));
    return claim;
  }

  /** The profile has an owner now. */
  async approved(claim: OrganizationClaim, staffId: string): Promise<void> {
    const { id, organizationId } = claim;
    await this.events.record(
      organizationClaimDecided(id, organizationId),
      organizationClaimed(organizationId),
      organizationChanged(organizationId),
    );
    await this.log('APPROVE_ORGANIZATION_CLAIM', claim, staffId);
  }

  /** The claimant is turned down. */
  async rejected(claim: OrganizationClaim, staffId: string): Promise<void> {
    await this.events.record(organizationClaimDecided(claim.id, claim.organizationId));
    await this.log('REJECT_ORGANIZATION_CLAIM', claim, staffId);
  }

  private log(action: string, claim: OrganizationClaim, staffId: string): Promise<void> {
    return this.audit.record({
      actorId: staffId,
      action,
      subjectType: 'Organization',
      subjectId: claim.organizationId,
      ids: { claim: claim.id, claimant: claim.claimantId },
    });
  }
}

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
