import {
  Access,
  CurrentViewer,
  Loaders,
  maySeeMembers,
  MemberRole,
  NodeRegistry,
  Memberships,
  OrganizationMemberType,
  type Viewer,
} from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationProfilesService } from './organization-profiles.service.js';
import { Organization } from './organization.entity.js';
import {
  OrganizationConnectionType,
  OrganizationsArgs,
  OrganizationType,
  UpdateOrganizationInput,
  UpdateOrganizationResult,
} from './organization.graphql.js';
import { maySeeUnapproved } from './organization.policy.js';
import { OrganizationsReader } from './organizations.reader.js';

/** The directory of organizations: queries, changes of a profile, and the fields of an organization. */
@Resolver(() => OrganizationType)
export class OrganizationsResolver implements OnModuleInit {
  constructor(
    private readonly directory: OrganizationsReader,
    private readonly profiles: OrganizationProfilesService,
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly people: Memberships,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Organization', (id, { loaders }) => this.directory.loadOrganization(loaders, id));
  }

  @Query(() => OrganizationType, { nullable: true, description: 'An organization by its global id.' })
  @Access('everyone')
  organization(
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<OrganizationType | null> {
    return this.directory.findOrganization(keyOf(id, 'Organization'));
  }

  @Query(() => OrganizationType, {
    nullable: true,
    description: 'An organization by its unified social credit code.',
  })
  @Access('everyone')
  organizationByCreditCode(
    @Args('creditCode', { description: 'Unified social credit code, in any case, with or without blanks.' })
    creditCode: string,
  ): Promise<OrganizationType | null> {
    return this.directory.findByCreditCode(creditCode);
  }

  @Query(() => OrganizationConnectionType, { description: 'The directory, by name.' })
  @Access('everyone')
  organizations(@Args() args: OrganizationsArgs): Promise<Connection<OrganizationType>> {
    return this.directory.listOrganizations(args);
  }

  @Query(() => [OrganizationType], { description: 'The organizations that the caller belongs to, by name.' })
  @Access('any signed-in user', 'SIGNED_IN')
  myOrganizations(@CurrentViewer() viewer: Viewer): Promise<OrganizationType[]> {
    return this.directory.listOwnOrganizations(viewer);
  }

  @Query(() => [OrganizationType], {
    description:
      'Organizations whose name is the same but for place and company form, and which are not in another city: possible duplicates. Platform staff only.',
  })
  @Access('platform staff', 'STAFF')
  similarOrganizations(
    @CurrentViewer() viewer: Viewer,
    @Args('organizationId', { type: () => ID, description: 'The organization to compare with.' })
    organizationId: string,
  ): Promise<OrganizationType[]> {
    return this.directory.findSimilarOrganizations(viewer, keyOf(organizationId, 'Organization'));
  }

  @Mutation(() => UpdateOrganizationResult, {
    description: 'Changes an organization’s profile. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  updateOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateOrganizationInput,
  ): Promise<UpdateOrganizationResult> {
    return this.profiles.updateOrganization(viewer, {
      id: keyOf(input.actingOrganizationId, 'Organization'),
      expectedVersion: input.expectedVersion,
      profile: this.profiles.parseProfile(input),
    });
  }

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() organization: Organization): string {
    return encodeGlobalId('Organization', organization.id);
  }

  @ResolveField(() => RegionType, { nullable: true, description: 'Where it is.' })
  region(@Parent() organization: Organization): RegionType | null {
    return (organization.regionCode && this.regions.get(organization.regionCode)) || null;
  }

  @ResolveField(() => IndustryType, { nullable: true, description: 'Its main industry.' })
  industry(@Parent() organization: Organization): IndustryType | null {
    return (organization.industryCode && this.industries.get(organization.industryCode)) || null;
  }

  @ResolveField(() => [String])
  chainLeaderOf(@Parent() organization: Organization, @CurrentViewer() viewer: Viewer): string[] {
    return maySeeUnapproved(viewer, organization) ? organization.chainLeaderOf : organization.approvedChains;
  }

  @ResolveField(() => [OrganizationMemberType], {
    nullable: true,
    description: 'Who belongs to it; null for anybody but its members and platform staff.',
  })
  async members(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationMemberType[] | null> {
    return maySeeMembers(viewer, organization.id) ? this.people.loadMembers(loaders, organization.id) : null;
  }

  @ResolveField(() => MemberRole, {
    nullable: true,
    description: 'The caller’s role in it; null for everybody else.',
  })
  viewerRole(@Parent() organization: Organization, @CurrentViewer() viewer: Viewer): MemberRole | null {
    return (
      viewer.memberships.find((membership) => membership.organizationId === organization.id)?.role ?? null
    );
  }
}
