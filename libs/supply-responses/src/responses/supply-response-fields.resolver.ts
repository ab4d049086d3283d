import { CapabilitiesLoader, CapabilityType, maySeeCapability } from '@app/capabilities';
import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { type Connection, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ProcurementNeed, ProcurementNeedsLoader, ProcurementNeedType } from '@app/procurement';
import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { SupplyResponsesArgs } from './dto/supply-responses.args.js';
import { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseConnectionType, SupplyResponseType } from './supply-response.type.js';
import { SupplyResponsesService } from './supply-responses.service.js';

/** What a response shows beside its columns. */
@Resolver(() => SupplyResponseType)
export class SupplyResponseFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsLoader,
    private readonly organizations: OrganizationsLoader,
    private readonly capabilities: CapabilitiesLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() response: SupplyResponse): string {
    return encodeGlobalId('SupplyResponse', response.id);
  }

  @ResolveField(() => ProcurementNeedType, {
    description: 'The need; a supplier that answered it keeps seeing it.',
  })
  async procurementNeed(
    @Parent() response: SupplyResponse,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType> {
    const need = await this.needs.load(loaders, response.needId);
    if (!need) throw new Error(`supply response ${response.id} has no need`);
    return need;
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async organization(
    @Parent() response: SupplyResponse,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.load(loaders, response.organizationId);
    if (!organization) throw new Error(`supply response ${response.id} has no supplier`);
    return organization;
  }

  @ResolveField(() => CapabilityType, {
    nullable: true,
    description: 'The capability that the supplier named; null when it is not published any more.',
  })
  async capability(
    @Parent() response: SupplyResponse,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<CapabilityType | null> {
    const capability = response.capabilityId
      ? await this.capabilities.load(loaders, response.capabilityId)
      : null;
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }
}

/** Who can supply what a need asks for. */
@Resolver(() => ProcurementNeedType)
export class NeedResponsesResolver {
  constructor(private readonly responses: SupplyResponsesService) {}

  @ResolveField(() => SupplyResponseConnectionType, {
    description: 'Who can supply, newest first: all for the buyer’s members, for a supplier its own.',
  })
  supplyResponses(
    @Parent() need: ProcurementNeed,
    @CurrentViewer() viewer: Viewer,
    @Args() args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponseType>> {
    return this.responses.ofNeed(viewer, need, args);
  }
}
