import { encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UserType } from '../users/users.graphql.js';
import { Users } from '../users/users.service.js';
import { Access } from '../viewer/access.js';
import { CurrentViewer, Loaders } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import {
  ChangeMemberRoleInput,
  ChangeMemberRoleResult,
  LeaveOrganizationInput,
  LeaveOrganizationResult,
  OrganizationMemberType,
  RemoveMemberInput,
  RemoveMemberResult,
} from './members.graphql.js';
import { MembersService } from './members.service.js';
import { maySeeMemberships } from '../users/user.policy.js';
import { Memberships } from './memberships.service.js';

/** The members of organizations. */
@Resolver(() => OrganizationMemberType)
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly users: Users,
  ) {}

  @Mutation(() => ChangeMemberRoleResult, {
    description: 'Gives a member another role. For owners and staff.',
  })
  @Access('owners of the acting organization and staff', 'SIGNED_IN')
  changeMemberRole(
    @Args('input', { description: 'The member and the role.' }) input: ChangeMemberRoleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ChangeMemberRoleResult> {
    return this.members.changeRole(viewer, {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      memberId: keyOf(input.memberId, 'OrganizationMember'),
      role: input.role,
    });
  }

  @Mutation(() => RemoveMemberResult, { description: 'Removes a member. For owners and staff.' })
  @Access('owners of the acting organization and staff', 'SIGNED_IN')
  removeMember(
    @Args('input', { description: 'The member.' }) input: RemoveMemberInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<RemoveMemberResult> {
    return this.members.removeMember(viewer, {
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      memberId: keyOf(input.memberId, 'OrganizationMember'),
    });
  }

  @Mutation(() => LeaveOrganizationResult, { description: 'Leaves an organization. For its members.' })
  @Access('members of the organization', 'SIGNED_IN')
  leaveOrganization(
    @Args('input', { description: 'The organization.' }) input: LeaveOrganizationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<LeaveOrganizationResult> {
    return this.members.leaveOrganization(viewer, keyOf(input.organizationId, 'Organization'));
  }

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() member: OrganizationMemberType): string {
    return encodeGlobalId('OrganizationMember', member.id);
  }

  @ResolveField(() => ID, { description: 'The organization’s global id.' })
  organizationId(@Parent() member: OrganizationMemberType): string {
    return encodeGlobalId('Organization', member.organizationId);
  }

  @ResolveField(() => UserType, { description: 'The person.' })
  async user(@Parent() member: OrganizationMemberType, @Loaders() loaders: LoaderScope): Promise<UserType> {
    const user = await this.users.loadUser(loaders, member.userId);
    if (!user) throw new Error(`member ${member.id} is nobody`);
    return user;
  }
}

/** The organizations of a person. */
@Resolver(() => UserType)
export class UserMembershipsResolver {
  constructor(private readonly membershipsService: Memberships) {}

  @ResolveField(() => [OrganizationMemberType], {
    nullable: true,
    description: 'The organizations the person belongs to; null for everybody but the person and staff.',
  })
  async memberships(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationMemberType[] | null> {
    return maySeeMemberships(viewer, user.id)
      ? this.membershipsService.loadMembershipsOf(loaders, user.id)
      : null;
  }
}
