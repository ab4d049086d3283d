import {
  Access,
  CurrentViewer,
  Loaders,
  NodeRegistry,
  Memberships,
  Users,
  UserType,
  type Viewer,
} from '@app/identity';
import { type Connection, encodeGlobalId, keyOf, type LoaderScope, PageArgs } from '@app/kernel';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationProfilesService } from '../profiles/organization-profiles.service.js';
import {
  OrganizationType,
  RegisterOrganizationInput,
  RegisterOrganizationResult,
} from '../profiles/organization.graphql.js';
import { OrganizationsReader } from '../profiles/organizations.reader.js';
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
import { OrganizationClaimsService } from './organization-claims.service.js';
import { OrganizationRegistrationService } from './organization-registration.service.js';

/** Registration of organizations, and claims on profiles. */
@Resolver(() => OrganizationClaimType)
export class OrganizationClaimsResolver implements OnModuleInit {
  constructor(
    private readonly claims: OrganizationClaimsService,
    private readonly registrations: OrganizationRegistrationService,
    private readonly profiles: OrganizationProfilesService,
    private readonly organizations: OrganizationsReader,
    private readonly people: Users,
    private readonly memberships: Memberships,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('OrganizationClaim', (id, { viewer }) => this.claims.findClaim(viewer, id));
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
    return this.registrations.registerOrganization(viewer, {
      ...input,
      profile: this.profiles.parseNewProfile(input),
    });
  }

  @Query(() => OrganizationClaimConnectionType, {
    description: 'Claims of everybody, newest first. Platform staff only.',
  })
  @Access('platform staff', 'STAFF')
  organizationClaims(
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationClaimsArgs,
  ): Promise<Connection<OrganizationClaimType>> {
    return this.claims.listClaims(viewer, args.decision ?? null, args);
  }

  @Query(() => OrganizationClaimConnectionType, { description: 'The caller’s own claims, newest first.' })
  @Access('any signed-in user', 'SIGNED_IN')
  myOrganizationClaims(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
  ): Promise<Connection<OrganizationClaimType>> {
    return this.claims.listOwnClaims(viewer, page);
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
    return this.claims.claimOrganization(viewer, keyOf(input.organizationId, 'Organization'), input.evidence);
  }

  @Mutation(() => DecideOrganizationClaimResult, { description: 'Decides on a claim. Platform staff.' })
  @Access('platform staff', 'STAFF')
  decideOrganizationClaim(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The decision.' }) input: DecideOrganizationClaimInput,
  ): Promise<DecideOrganizationClaimResult> {
    return this.claims.decideClaim(viewer, {
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
    return this.people.loadUser(loaders, claim.claimantId);
  }

  @ResolveField(() => [OrganizationType], {
    description: 'The organizations that the claimant acts for already.',
  })
  async claimantOrganizations(
    @Parent() claim: OrganizationClaim,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType[]> {
    const places = await this.memberships.loadMembershipsOf(loaders, claim.claimantId);
    const found = await Promise.all(
      places.map(({ organizationId }) => this.organizations.loadOrganization(loaders, organizationId)),
    );
    return found.filter((organization) => organization !== null && organization !== undefined);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'The organization that is claimed.' })
  organization(
    @Parent() claim: OrganizationClaim,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    return this.organizations.loadOrganization(loaders, claim.organizationId);
  }
}
