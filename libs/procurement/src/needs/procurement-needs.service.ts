import type { Viewer } from '@app/identity';
import { Clock, type Connection, type PageArgs } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { OrganizationNeedsArgs, ProcurementNeedsArgs } from './dto/procurement-needs.args.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { allowListingOwnNeeds, maySeeBuyersWork } from './procurement-need.policy.js';
import { type NeedAudience, ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** Reading needs: their audience what is published, the buyer's members everything of their own. */
@Injectable()
export class ProcurementNeedsService {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly clock: Clock,
  ) {}

  /** A page of the open needs that the viewer may see, the nearest reply deadline first. */
  open(viewer: Viewer, args: ProcurementNeedsArgs): Promise<Connection<ProcurementNeed>> {
    return this.needs.openPage(audienceOf(viewer), args, this.clock.now(), args);
  }

  /** A page of what a buyer asks for under its own name; its members see drafts and aliased needs too. */
  ofOrganization(
    viewer: Viewer,
    organizationId: string,
    args: OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeed>> {
    const state = args.state ?? null;
    return maySeeBuyersWork(viewer, { organizationId })
      ? this.needs.ownPage(organizationId, state, args)
      : this.needs.namedPage(organizationId, audienceOf(viewer), state, args);
  }

  /** A page of everything that the acting organization wrote, newest first. */
  async own(
    viewer: Viewer,
    organizationId: string,
    args: PageArgs & OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeed>> {
    allowListingOwnNeeds(viewer, organizationId);
    return this.needs.ownPage(organizationId, args.state ?? null, args);
  }
}

function audienceOf(viewer: Viewer): NeedAudience {
  const organizationIds = viewer.memberships.map(({ organizationId }) => organizationId);
  return { organizationIds, staff: viewer.staff };
}
