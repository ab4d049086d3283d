import type { Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { SupplyResponsesArgs } from './dto/supply-responses.args.js';
import type { SupplyResponse } from './supply-response.entity.js';
import { allowListingResponses, maySeeResponse } from './supply-response.policy.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** Reading supply responses: each side its own. */
@Injectable()
export class SupplyResponsesService {
  constructor(
    private readonly responses: SupplyResponsesRepository,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  /** A response if the viewer belongs to one of its two sides. */
  async find(viewer: Viewer, id: string): Promise<SupplyResponse | null> {
    const response = viewer.signedIn ? await this.responses.find(id) : null;
    const need = response && (await this.needs.byId(response.needId));
    return need && maySeeResponse(viewer, response, need.organizationId) ? response : null;
  }

  /** A page of the responses to a visible need, newest first: all for the buyer's members, for others their own. */
  ofNeed(
    viewer: Viewer,
    need: ProcurementNeed,
    args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponse>> {
    const own = viewer.memberships.map(({ organizationId }) => organizationId);
    const organizationIds = viewer.memberOf(need.organizationId) ? undefined : own;
    return this.responses.page({ needId: need.id, organizationIds, state: args.state }, args);
  }

  /** A page of what the acting organization answered, newest first. */
  own(
    viewer: Viewer,
    organizationId: string,
    args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponse>> {
    allowListingResponses(viewer, organizationId);
    return this.responses.page({ organizationIds: [organizationId], state: args.state }, args);
  }
}
