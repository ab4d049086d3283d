import {
  CurrentViewer,
  Loaders,
  MemberRole,
  maySeeMembers,
  OrganizationMembersLoader,
  OrganizationMemberType,
  type Viewer,
} from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  OrganizationCertificateType,
  ProfileFactStatusType,
  TierRecognitionType,
} from '../facts/fact.types.js';
import { CertificatesLoader, TiersLoader } from '../facts/facts.loaders.js';
import { Organization } from './organization.entity.js';
import { ProfileFact } from './organization.enums.js';
import { maySeeUnapproved } from './organization.policy.js';
import { OrganizationType } from './organization.type.js';

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
