import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, type LoaderScope, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { InvitationsRepository } from './invitations.repository.js';
import { MemberRole } from '../viewer/viewer.js';
import type { OrganizationMember } from './organization-member.entity.js';
import {
  OrganizationMembersLoader,
  OrganizationMembersRepository,
  UserMembershipsLoader,
} from './members.repository.js';

/**
 * Who acts for an organization, for the parts of the platform that found, hand over and address organizations. They
 * have decided that it is right: nothing here asks who is looking.
 */
@Injectable()
export class Memberships {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OrganizationMembersRepository,
    private readonly membersLoader: OrganizationMembersLoader,
    private readonly membershipsLoader: UserMembershipsLoader,
    private readonly invitations: InvitationsRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a person an owner, as when an organization is founded or a claim to it is granted; actor null: the operator. */
  async grantOwner(organizationId: string, userId: string, actorId: string | null = userId): Promise<void> {
    await this.transactions.run(async () => {
      const member = await this.addMember(organizationId, userId, MemberRole.OWNER);
      if (member.role !== MemberRole.OWNER) await this.members.setRole(member.id, MemberRole.OWNER);
      const ids = { user: userId };
      await this.audit.record({
        actorId,
        action: 'OWNER_GRANTED',
        subjectType: 'Organization',
        subjectId: organizationId,
        ids,
      });
    });
  }

  /**
   * Hands an organization to a person whose claim staff accepted. Members stay when the person is one of them; else they
   * had no right to it, and they and their open invitations go.
   */
  async handOver(organizationId: string, userId: string, staffId: string): Promise<void> {
    await this.transactions.run(async () => {
      const members = await this.members.findOfOrganizations([organizationId]);
      const strangers = members.some((member) => member.userId === userId) ? [] : members;
      for (const stranger of strangers) {
        await this.members.deleteMember(stranger.id);
        await this.invitations.revokeOpenOf(organizationId, stranger.userId, this.clock.now());
        await this.audit.record({
          actorId: staffId,
          action: 'MEMBER_REMOVED',
          subjectType: 'Organization',
          subjectId: organizationId,
          ids: { user: stranger.userId },
        });
      }
      await this.grantOwner(organizationId, userId, staffId);
    });
  }

  /** The organizations that a person owns; nobody else can count or add to them so until this transaction ends. */
  lockOwnedBy(userId: string): Promise<string[]> {
    return this.members.lockOwnedOrganizations(userId);
  }

  /** The members of an organization. Ask `maySeeMembers` first. One request loads many organizations in one statement. */
  loadMembers(scope: LoaderScope, organizationId: string): Promise<OrganizationMember[]> {
    return this.membersLoader.load(scope, organizationId);
  }

  /** The memberships of a person. One request loads many persons in one statement. */
  loadMembershipsOf(scope: LoaderScope, userId: string): Promise<OrganizationMember[]> {
    return this.membershipsLoader.load(scope, userId);
  }

  /** Adds a person in a role unless already a member; gives the person's place as it then is. */
  async addMember(organizationId: string, userId: string, role: MemberRole): Promise<OrganizationMember> {
    const member = { id: newId(), organizationId, userId, role, joinedAt: this.clock.now() };
    if (await this.members.insertMember(member)) return member;
    const present = await this.members.findByUser(organizationId, userId);
    if (!present) throw new Error('a member vanished while being added');
    return present;
  }

  /** The members of organizations in one of some roles, for telling them something. */
  async peopleOf(
    organizationIds: readonly string[],
    roles: readonly MemberRole[],
  ): Promise<OrganizationMember[]> {
    const members = await this.members.findOfOrganizations(organizationIds);
    return members.filter(({ role }) => roles.includes(role));
  }
}
