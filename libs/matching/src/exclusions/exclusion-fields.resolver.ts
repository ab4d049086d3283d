import { CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope } from '@app/kernel';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ProcurementNeedType, VisibleNeeds } from '@app/procurement';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { BlockedOrganization } from './blocked-organization.entity.js';
import { BlockedOrganizationType, HiddenMatchType } from './exclusion.type.js';
import type { HiddenMatch } from './hidden-match.entity.js';

/** What a hidden match shows beside its columns. */
@Resolver(() => HiddenMatchType)
export class HiddenMatchFieldsResolver {
  constructor(
    private readonly needs: VisibleNeeds,
    private readonly organizations: OrganizationsLoader,
  ) {}

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need; null when the organization does not see it any more.',
  })
  procurementNeed(
    @Parent() hidden: HiddenMatch,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<ProcurementNeedType | null> {
    return this.needs.load(loaders, viewer, hidden.needId);
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async supplier(@Parent() hidden: HiddenMatch, @Loaders() loaders: LoaderScope): Promise<OrganizationType> {
    const supplier = await this.organizations.load(loaders, hidden.supplierId);
    if (!supplier) throw new Error(`hidden match ${hidden.id} has no supplier`);
    return supplier;
  }
}

/** What a block shows beside its columns. */
@Resolver(() => BlockedOrganizationType)
export class BlockedOrganizationFieldsResolver {
  constructor(private readonly organizations: OrganizationsLoader) {}

  @ResolveField(() => OrganizationType, { description: 'Who is blocked.' })
  async organization(
    @Parent() blocked: BlockedOrganization,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.load(loaders, blocked.blockedId);
    if (!organization) throw new Error(`blocked organization ${blocked.id} is gone`);
    return organization;
  }
}
