import { MatchType, pairKey } from '@app/matching';
import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import type { ProcurementNeed } from '@app/procurement';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { maySeeResponse } from './supply-response.policy.js';
import { SupplyResponseType } from './supply-response.type.js';
import { SupplyResponsesLoader } from './supply-responses.loader.js';

/** What the supplier of a match answered to its need. */
@Resolver(() => MatchType)
export class MatchResponseResolver {
  constructor(private readonly responses: SupplyResponsesLoader) {}

  @ResolveField(() => SupplyResponseType, {
    nullable: true,
    description:
      'What the supplier answered to the need; for the members of both sides, null for everybody else and while there is none.',
  })
  async supplyResponse(
    @Parent() { procurementNeed, organization }: MatchType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<SupplyResponseType | null> {
    if (!procurementNeed || !viewer.signedIn) return null;
    const response = await this.responses.load(loaders, pairKey(procurementNeed.id, organization.id));
    const { organizationId: buyerId } = procurementNeed as ProcurementNeed;
    return response && maySeeResponse(viewer, response, buyerId) ? response : null;
  }
}
