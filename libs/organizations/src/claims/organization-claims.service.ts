import type { Viewer } from '@app/identity';
import { type Connection, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { allowModeratingOrganizations, maySeeClaim } from '../profiles/organization.policy.js';
import type { ClaimDecision } from './claim-decision.js';
import type { OrganizationClaim } from './organization-claim.entity.js';
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
