import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { OrganizationsArgs } from './dto/organizations.args.js';
import { RegisterOrganizationInput } from './dto/register-organization.input.js';
import { UpdateOrganizationInput } from './dto/update-organization.input.js';
import { OrganizationProfiles } from './organization-profiles.js';
import { RegisterOrganizationResult, UpdateOrganizationResult } from './organization.results.js';
import { OrganizationConnectionType, OrganizationType } from './organization.type.js';
import { OrganizationsService } from './organizations.service.js';
import { RegisterOrganization } from './register-organization.js';
import { UpdateOrganization } from './update-organization.js';

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
