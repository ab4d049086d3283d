import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, ForbiddenError, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvitationsRepository } from './invitations.repository.js';
import { MemberRole, type Viewer } from '../viewer/viewer.js';
import { LastOwnerError } from './members.texts.js';
import { assertManagesMembers } from './members.policy.js';
import { OrganizationMembersRepository } from './members.repository.js';
import type { OrganizationMember } from './organization-member.entity.js';
import { MemberRemovedPayload, MemberRoleChangedPayload } from './members.graphql.js';

/** Roles change and members go; an organization always keeps an owner. */
@Injectable()
export class MembersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OrganizationMembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** An owner gives a member another role. */
  async changeRole(
    viewer: Viewer,
    change: { organizationId: string; memberId: string; role: MemberRole },
  ): Promise<MemberRoleChangedPayload | LastOwnerError> {
    assertManagesMembers(viewer, change.organizationId);
    return this.transactions.run(async () => {
      const owners = await this.ownersWithPowerOf(viewer, change.organizationId);
      const member = await this.memberOf(change.organizationId, change.memberId);
      if (member.role === change.role) return new MemberRoleChangedPayload(member);
      if (isLastOwner(member, owners)) return new LastOwnerError();
      await this.members.setRole(member.id, change.role);
      await this.withdrawPower(member);
      await this.recordAction(viewer, 'MEMBER_ROLE_CHANGED', member, { from: member.role, to: change.role });
      return new MemberRoleChangedPayload({ ...member, role: change.role });
    });
  }

  /** An owner removes a member. */
  async removeMember(
    viewer: Viewer,
    removal: { organizationId: string; memberId: string },
  ): Promise<MemberRemovedPayload | LastOwnerError> {
    assertManagesMembers(viewer, removal.organizationId);
    return this.transactions.run(async () => {
      const owners = await this.ownersWithPowerOf(viewer, removal.organizationId);
      return this.release(viewer, await this.memberOf(removal.organizationId, removal.memberId), owners);
    });
  }

  /** The viewer leaves an organization. */
  async leaveOrganization(
    viewer: Viewer,
    organizationId: string,
  ): Promise<MemberRemovedPayload | LastOwnerError> {
    return this.transactions.run(async () => {
      const owners = await this.members.lockOwners(organizationId);
      const own = viewer.userId ? await this.members.findByUser(organizationId, viewer.userId) : null;
      const member = own ? await this.members.lockMember(own.id) : null;
      if (!member) throw new NotFoundError();
      return this.release(viewer, member, owners);
    });
  }

  /** The owners under lock. Somebody may have taken the viewer's power away since the request began. */
  private async ownersWithPowerOf(viewer: Viewer, organizationId: string): Promise<OrganizationMember[]> {
    const owners = await this.members.lockOwners(organizationId);
    if (!viewer.staff && !owners.some(({ userId }) => userId === viewer.userId)) throw new ForbiddenError();
    return owners;
  }

  private async release(
    viewer: Viewer,
    member: OrganizationMember,
    owners: readonly OrganizationMember[],
  ): Promise<MemberRemovedPayload | LastOwnerError> {
    if (isLastOwner(member, owners)) return new LastOwnerError();
    await this.members.deleteMember(member.id);
    await this.withdrawPower(member);
    await this.recordAction(viewer, 'MEMBER_REMOVED', member, { role: member.role });
    return new MemberRemovedPayload(member.id);
  }

  private async memberOf(organizationId: string, memberId: string): Promise<OrganizationMember> {
    const member = await this.members.lockMember(memberId);
    if (member?.organizationId !== organizationId) throw new NotFoundError();
    return member;
  }

  /** Open invitations of somebody who was an owner would let the person back in under another name. */
  private async withdrawPower(member: OrganizationMember): Promise<void> {
    if (member.role !== MemberRole.OWNER) return;
    await this.invitations.revokeOpenOf(member.organizationId, member.userId, this.clock.now());
  }

  private recordAction(
    viewer: Viewer,
    action: string,
    member: OrganizationMember,
    roles: Record<string, string>,
  ): Promise<void> {
    const ids = { user: member.userId, ...roles };
    return this.audit.record({
      actorId: viewer.userId,
      action,
      subjectType: 'Organization',
      subjectId: member.organizationId,
      ids,
    });
  }
}

function isLastOwner(member: OrganizationMember, owners: readonly OrganizationMember[]): boolean {
  return member.role === MemberRole.OWNER && owners.every(({ id }) => id === member.id);
}
