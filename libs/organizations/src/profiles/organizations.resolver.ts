import {
  Access,
  CurrentViewer,
  Loaders,
  maySeeMembers,
  MemberRole,
  OrganizationMembersLoader,
  OrganizationMemberType,
  type Viewer,
} from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  OrganizationCertificateType,
  ProfileFactStatusType,
  TierRecognitionType,
} from '../facts/fact.graphql.js';
import { CertificatesLoader, TiersLoader } from '../facts/facts.reader.js';
import { OrganizationProfiles, UpdateOrganization } from './organization-profiles.service.js';
import { Organization } from './organization.entity.js';
import { ProfileFact } from './organization.enums.js';
import {
  OrganizationConnectionType,
  OrganizationsArgs,
  OrganizationType,
  RegisterOrganizationInput,
  RegisterOrganizationResult,
  UpdateOrganizationInput,
  UpdateOrganizationResult,
} from './organization.graphql.js';
import { maySeeUnapproved } from './organization.policy.js';
import { OrganizationsService } from './organizations.reader.js';
import { RegisterOrganization } from '../verification/organization-registration.service.js';

/** What an organization shows beside its columns. */
@Resolver(() => OrganizationType)
export class OrganizationFieldsResolver {
  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly tierRecognitions: TiersLoader,
    private readonly certificatesHeld: CertificatesLoader,
    private readonly people: OrganizationMembersLoader,
  ) {}

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

  @ResolveField(() => [TierRecognitionType], {
    description: 'Tiers that it was recognised for, oldest first.',
  })
  tiers(
    @Parent() organization: Organization,
    @Loaders() loaders: LoaderScope,
  ): Promise<TierRecognitionType[]> {
    return this.tierRecognitions.load(loaders, organization.id);
  }

  @ResolveField(() => [OrganizationCertificateType], {
    description: 'Certificates that it holds, oldest first.',
  })
  certificates(
    @Parent() organization: Organization,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationCertificateType[]> {
    return this.certificatesHeld.load(loaders, organization.id);
  }

  @ResolveField(() => [String])
  chainLeaderOf(@Parent() organization: Organization, @CurrentViewer() viewer: Viewer): string[] {
    return maySeeUnapproved(viewer, organization) ? organization.chainLeaderOf : organization.approvedChains;
  }

  @ResolveField(() => [ProfileFactStatusType], {
    description: 'How well the stated facts of the profile are founded.',
  })
  facts(@Parent() organization: Organization, @CurrentViewer() viewer: Viewer): ProfileFactStatusType[] {
    return Object.values(ProfileFact).flatMap((fact) => {
      const record = organization.factRecord(fact);
      if (!record) return [];
      const unapproved = fact === ProfileFact.CHAIN_LEADER && organization.approvedChains.length === 0;
      if (unapproved && !maySeeUnapproved(viewer, organization)) return [];
      const checkedAt = record.checkedAt ? new Date(record.checkedAt) : null;
      return [{ fact, state: record.state, statedAt: new Date(record.at), checkedAt }];
    });
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
    return maySeeMembers(viewer, organization.id) ? this.people.load(loaders, organization.id) : null;
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

/** The directory of organizations, and how its members look after a profile. */
@Resolver(() => OrganizationType)
export class OrganizationsResolver {
  constructor(
    private readonly directory: OrganizationsService,
    private readonly profiles: OrganizationProfiles,
    private readonly registration: RegisterOrganization,
    private readonly updates: UpdateOrganization,
  ) {}

  @Query(() => OrganizationType, { nullable: true, description: 'An organization by its global id.' })
  @Access('everyone')
  organization(
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<OrganizationType | null> {
    return this.directory.find(keyOf(id, 'Organization'));
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
    return this.directory.page(args);
  }

  @Query(() => [OrganizationType], { description: 'The organizations that the caller belongs to, by name.' })
  @Access('any signed-in user', 'SIGNED_IN')
  myOrganizations(@CurrentViewer() viewer: Viewer): Promise<OrganizationType[]> {
    return this.directory.mine(viewer);
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
    return this.directory.similar(viewer, keyOf(organizationId, 'Organization'));
  }

  @Mutation(() => RegisterOrganizationResult, {
    description:
      'Registers an organization by its credit code; the caller becomes its owner. It is unverified, with small quotas, until staff have accepted the evidence. Any signed-in user.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  registerOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The organization.' }) input: RegisterOrganizationInput,
  ): Promise<RegisterOrganizationResult> {
    return this.registration.register(viewer, { ...input, profile: this.profiles.readNamed(input) });
  }

  @Mutation(() => UpdateOrganizationResult, {
    description: 'Changes an organization’s profile. Its owners and editors.',
  })
  @Access('owners and editors of the organization', 'SIGNED_IN')
  updateOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changes.' }) input: UpdateOrganizationInput,
  ): Promise<UpdateOrganizationResult> {
    return this.updates.update(viewer, {
      id: keyOf(input.actingOrganizationId, 'Organization'),
      expectedVersion: input.expectedVersion,
      profile: this.profiles.read(input),
    });
  }
}
