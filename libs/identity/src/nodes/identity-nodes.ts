import { Injectable, type OnModuleInit } from '@nestjs/common';
import { maySeeInvitation } from '../invitations/invitation.policy.js';
import { InvitationsRepository } from '../invitations/invitations.repository.js';
import { maySeeMembers } from '../members/members.policy.js';
import { UserMembershipsLoader } from '../members/organization-members.loader.js';
import { OrganizationMembersRepository } from '../members/organization-members.repository.js';
import { maySeeUser } from '../users/user.policy.js';
import { UserIdentifiersLoader, UsersLoader } from '../users/users.loader.js';
import type { RequestContext } from '../viewer/request-context.js';
import { NodeRegistry } from './node-registry.js';

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
    const member = viewer.signedIn ? await this.members.byId(id) : null;
    return member && maySeeMembers(viewer, member.organizationId) ? member : null;
  }

  private async invitation(id: string, { viewer, loaders }: RequestContext): Promise<object | null> {
    const invitation = viewer.userId ? await this.invitations.byId(id) : null;
    if (!invitation || !viewer.userId) return null;
    return maySeeInvitation(viewer, invitation, await this.identifiers.load(loaders, viewer.userId))
      ? invitation
      : null;
  }
}
