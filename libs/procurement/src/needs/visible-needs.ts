import type { Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { ClaimState, OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { NeedInvitationsLoader } from './need-parts.loaders.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { maySeeNeed, NO_STANDING, type NeedStanding, standingMatters } from './procurement-need.policy.js';
import { ProcurementNeedsLoader } from './procurement-needs.loader.js';

/** Needs by key as a viewer may see them, many in one statement of each kind: the policy asked for each of a list. */
@Injectable()
export class VisibleNeeds {
  constructor(
    private readonly needs: ProcurementNeedsLoader,
    private readonly invitations: NeedInvitationsLoader,
    private readonly organizations: OrganizationsLoader,
  ) {}

  /** A need; null when there is none that the viewer may see. */
  async load(loaders: LoaderScope, viewer: Viewer, id: string): Promise<ProcurementNeed | null> {
    const need = await this.needs.load(loaders, id);
    if (!need) return null;
    return maySeeNeed(viewer, need, await this.standing(loaders, viewer, need)) ? need : null;
  }

  private async standing(loaders: LoaderScope, viewer: Viewer, need: ProcurementNeed): Promise<NeedStanding> {
    if (!standingMatters(viewer, need)) return NO_STANDING;
    const mine = viewer.memberships.map(({ organizationId }) => organizationId);
    const [invitations, organizations] = await Promise.all([
      this.invitations.load(loaders, need.id),
      Promise.all(mine.map((id) => this.organizations.load(loaders, id))),
    ]);
    return {
      invited: invitations.some(({ organizationId }) => viewer.memberOf(organizationId)),
      verified: organizations.some((each) => each?.claimState === ClaimState.CLAIMED),
    };
  }
}
