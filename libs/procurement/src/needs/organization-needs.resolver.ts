import { CurrentViewer, type Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Organization, OrganizationType } from '@app/organizations';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationNeedsArgs } from './dto/procurement-needs.args.js';
import { ProcurementNeedConnectionType, type ProcurementNeedType } from './procurement-need.type.js';
import { ProcurementNeedsService } from './procurement-needs.service.js';

/** What an organization asks for. */
@Resolver(() => OrganizationType)
export class OrganizationNeedsResolver {
  constructor(private readonly needs: ProcurementNeedsService) {}

  @ResolveField(() => ProcurementNeedConnectionType, {
    description:
      'What it asks for under its own name, newest first; drafts and needs under an alias for its members only.',
  })
  procurementNeeds(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.needs.ofOrganization(viewer, organization.id, args);
  }
}
