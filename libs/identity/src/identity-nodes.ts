import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvitationsRepository } from './members/invitations.repository.js';
import { maySeeInvitation, maySeeMembers } from './members/members.policy.js';
import { OrganizationMembersRepository, UserMembershipsLoader } from './members/members.repository.js';
import { NodeRegistry } from './viewer/nodes.js';
import { maySeeUser } from './users/user.policy.js';
import { UserIdentifiersLoader, UsersLoader } from './users/users.repository.js';
import type { RequestContext } from './viewer/request-context.js';

/** Answers `node(id)` for persons, members and invitations. */
@Injectable()
export class IdentityNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly users: UsersLoader,
    private readonly identifiers: UserIdentifiersLoader,
    private readonly memberships: UserMembershipsLoader,
    private readonly members: OrganizationMembersRepository,
    private readonly invitations: InvitationsRepository,
  ) {}

  onModuleInit(): void {
    this.nodes.register('User', (id, request) => this.user(id, request));
    this.nodes.register('OrganizationMember', (id, request) => this.member(id, request));
    this.nodes.register('Invitation', (id, request) => this.invitation(id, request));
  }

  private async user(id: string, { viewer, loaders }: RequestContext): Promise<object | null> {
    if (!viewer.signedIn) return null;
    const places = await this.memberships.load(loaders, id);
    return maySeeUser(
      viewer,
      id,
      places.map(({ organizationId }) => organizationId),
    )
      ? this.users.load(loaders, id)
      : null;
  }

  private async member(id: string, { viewer }: RequestContext): Promise<object | null> {
    const member = viewer.signedIn ? await this.members.findMember(id) : null;
    return member && maySeeMembers(viewer, member.organizationId) ? member : null;
  }

  private async invitation(id: string, { viewer, loaders }: RequestContext): Promise<object | null> {
    const invitation = viewer.userId ? await this.invitations.findInvitation(id) : null;
    if (!invitation || !viewer.userId) return null;
    return maySeeInvitation(viewer, invitation, await this.identifiers.load(loaders, viewer.userId))
      ? invitation
      : null;
  }
}
