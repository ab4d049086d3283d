import type { Viewer } from '@app/identity';
import { Clock, type Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { ProcurementNeed } from './procurement-need.entity.js';
import type { OrganizationNeedsArgs, ProcurementNeedsArgs } from './procurement-need.graphql.js';
import { allowListingOwnNeeds, maySeeBuyersWork } from './procurement-need.policy.js';
import { type NeedAudience, ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** Reads pages of needs: published ones for their audience, everything for the members of the buyer. */
@Injectable()
export class NeedListsReader {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly clock: Clock,
  ) {}

  /** A page of the open needs that the viewer may see, the nearest reply deadline first. */
  listOpenNeeds(viewer: Viewer, args: ProcurementNeedsArgs): Promise<Connection<ProcurementNeed>> {
    return this.needs.listOpenNeeds(audienceOf(viewer), args, this.clock.now(), args);
  }

  /** A page of the needs that show the buyer's name, newest first; its members also see drafts and needs under an alias. */
  listNeedsOfBuyer(
    viewer: Viewer,
    organizationId: string,
    args: OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeed>> {
    const state = args.state ?? null;
    return maySeeBuyersWork(viewer, { organizationId })
      ? this.needs.listOwnNeeds(organizationId, state, args)
      : this.needs.listNamedNeeds(organizationId, audienceOf(viewer), state, args);
  }

  /** A page of all needs of the acting organization, newest first. */
  async listOwnNeeds(
    viewer: Viewer,
    organizationId: string,
    args: OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeed>> {
    allowListingOwnNeeds(viewer, organizationId);
    return this.needs.listOwnNeeds(organizationId, args.state ?? null, args);
  }
}

function audienceOf(viewer: Viewer): NeedAudience {
  const organizationIds = viewer.memberships.map(({ organizationId }) => organizationId);
  return { organizationIds, staff: viewer.staff };
}
