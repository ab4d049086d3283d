import {
  Access,
  CurrentViewer,
  Loaders,
  UserMembershipsLoader,
  UsersLoader,
  UserType,
  type Viewer,
} from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope, PageArgs } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationType } from '../profiles/organization.graphql.js';
import { OrganizationsLoader } from '../profiles/organizations.reader.js';
import { OrganizationClaim } from './organization-claim.entity.js';
import {
  ClaimOrganizationInput,
  ClaimOrganizationResult,
  DecideOrganizationClaimInput,
  DecideOrganizationClaimResult,
  OrganizationClaimConnectionType,
  OrganizationClaimsArgs,
  OrganizationClaimType,
} from './organization-claim.graphql.js';
import {
  ClaimOrganization,
  DecideOrganizationClaim,
  OrganizationClaimsService,
} from './organization-claims.service.js';

/** How imported profiles find their owners. */
@Resolver(() => OrganizationClaimType)
export class OrganizationClaimsResolver {
  constructor(
    private readonly claims: OrganizationClaimsService,
    private readonly filing: ClaimOrganization,
    private readonly decisions: DecideOrganizationClaim,
    private readonly organizations: OrganizationsLoader,
    private readonly people: UsersLoader,
    private readonly memberships: UserMembershipsLoader,
  ) {}

  @Query(() => OrganizationClaimConnectionType, {
    description: 'Claims of everybody, newest first. Platform staff only.',
  })
  @Access('platform staff', 'STAFF')
  organizationClaims(
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationClaimsArgs,
  ): Promise<Connection<OrganizationClaimType>> {
    return this.claims.page(viewer, args.decision ?? null, args);
  }

  @Query(() => OrganizationClaimConnectionType, { description: 'The caller’s own claims, newest first.' })
  @Access('any signed-in user', 'SIGNED_IN')
  myOrganizationClaims(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganizationClaimType>> {
    return this.claims.mine(viewer, page);
  }

  @Mutation(() => ClaimOrganizationResult, {
    description:
      'Claims an imported or unverified profile; platform staff decide. A second call replaces the evidence of the claim that waits. Any signed-in user.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  claimOrganization(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The claim.' }) input: ClaimOrganizationInput,
  ): Promise<ClaimOrganizationResult> {
    return this.filing.claim(viewer, keyOf(input.organizationId, 'Organization'), input.evidence);
  }

  @Mutation(() => DecideOrganizationClaimResult, { description: 'Decides on a claim. Platform staff.' })
  @Access('platform staff', 'STAFF')
  decideOrganizationClaim(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: DecideOrganizationClaimInput,
  ): Promise<DecideOrganizationClaimResult> {
    return this.decisions.decide(viewer, {
      claimId: keyOf(input.claimId, 'OrganizationClaim'),
      approve: input.approve,
      reason: input.reason.trim(),
    });
  }

  @ResolveField(() => ID, { description: 'Global id.' })
  id(@Parent() claim: OrganizationClaim): string {
    return encodeGlobalId('OrganizationClaim', claim.id);
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'Who claims; null once the account is deleted.',
  })
  claimant(@Parent() claim: OrganizationClaim, @Loaders() loaders: LoaderScope): Promise<UserType | null> {
    return this.people.load(loaders, claim.claimantId);
  }

  @ResolveField(() => [OrganizationType], {
    description: 'The organizations that the claimant acts for already.',
  })
  async claimantOrganizations(
    @Parent() claim: OrganizationClaim,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[]> {
    const places = await this.memberships.load(loaders, claim.claimantId);
    const found = await Promise.all(
      places.map(({ organizationId }) => this.organizations.load(loaders, organizationId)),
    );
    return found.filter((organization) => organization !== null && organization !== undefined);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The organization that is claimed.' })
  organization(
    @Parent() claim: OrganizationClaim,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.load(loaders, claim.organizationId);
  }
}
