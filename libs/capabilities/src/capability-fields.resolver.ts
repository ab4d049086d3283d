import { Loaders } from '@app/identity';
import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import {
  CertificatesLoader,
  OrganizationCertificateType,
  OrganizationsLoader,
  OrganizationType,
} from '@app/organizations';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Capability } from './capability.entity.js';
import { CapabilityFreshnessType } from './capability-values.type.js';
import { CapabilityType } from './capability.type.js';
import { freshnessOf } from './freshness.js';

/** What a capability shows beside its columns. */
@Resolver(() => CapabilityType)
export class CapabilityFieldsResolver {
  constructor(
    private readonly organizations: OrganizationsLoader,
    private readonly certificatesHeld: CertificatesLoader,
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() capability: Capability): string {
    return encodeGlobalId('Capability', capability.id);
  }

  @ResolveField(() => OrganizationType, { description: 'The supplier.' })
  async organization(
    @Parent() capability: Capability,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType> {
    const organization = await this.organizations.load(loaders, capability.organizationId);
    if (!organization) throw new Error(`capability ${capability.id} has no supplier`);
    return organization;
  }

  @ResolveField(() => IndustryType, { nullable: true, description: 'Industry.' })
  industry(@Parent() capability: Capability): IndustryType | null {
    return (capability.industryCode && this.industries.get(capability.industryCode)) || null;
  }

  @ResolveField(() => [RegionType], { description: 'Places delivered to; empty when not stated.' })
  regionsServed(@Parent() capability: Capability): RegionType[] {
    return capability.regionsServed.flatMap((code) => this.regions.get(code) ?? []);
  }

  @ResolveField(() => [OrganizationCertificateType], {
    description: 'The supplier’s certificates that apply.',
  })
  async certificates(
    @Parent() capability: Capability,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationCertificateType[]> {
    const held = await this.certificatesHeld.load(loaders, capability.organizationId);
    return held.filter(({ id }) => capability.certificateIds?.includes(id) ?? true);
  }

  @ResolveField(() => [CapabilityFreshnessType], { description: 'How old the stated facts are.' })
  freshness(@Parent() capability: Capability): CapabilityFreshnessType[] {
    return freshnessOf(capability.factsConfirmedAt, this.clock.now(), capability.factSources);
  }
}
