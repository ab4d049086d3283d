import { CurrentViewer, type Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Organization, OrganizationType } from '@app/organizations';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CapabilitiesService } from './capabilities.service.js';
import { CapabilityConnectionType, type CapabilityType } from './capability.type.js';
import { OrganizationCapabilitiesArgs } from './dto/organization-capabilities.args.js';

/** What an organization offers. */
@Resolver(() => OrganizationType)
export class OrganizationCapabilitiesResolver {
  constructor(private readonly offered: CapabilitiesService) {}

  @ResolveField(() => CapabilityConnectionType, {
    description: 'What it can do, newest first; drafts and withdrawn ones for its members only.',
  })
  capabilities(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationCapabilitiesArgs,
  ): Promise<Connection<CapabilityType>> {
    return this.offered.page(viewer, organization.id, args);
  }
}
