import { Transactions } from '@app/database';
import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Identifier } from '../users/identifier.js';
import { UserIdentifier } from '../users/user.entity.js';
import { MemberRole } from '../viewer/viewer.js';
import { OrganizationMember } from './organization-member.entity.js';

/** Every query on the members of organizations. */
@Injectable()
export class OrganizationMembersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds a member; false when the person already is one, in whatever role. */
  async insertMember(member: OrganizationMember): Promise<boolean> {
    const inserted = await this.members
      .createQueryBuilder()
      .insert()
      .values(member)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async setRole(id: string, role: MemberRole): Promise<void> {
    await this.members.update({ id }, { role });
  }

  async deleteMember(id: string): Promise<void> {
    await this.members.delete({ id });
  }

  findMember(id: string): Promise<OrganizationMember | null> {
    return this.members.findOneBy({ id });
  }

  findByUser(organizationId: string, userId: string): Promise<OrganizationMember | null> {
    return this.members.findOneBy({ organizationId, userId });
  }

  /** A member, locked until the transaction ends. */
  lockMember(id: string): Promise<OrganizationMember | null> {
    return this.members.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The owners of an organization, locked in one order until the transaction ends: whoever waited here sees those who
   * are left.
   */
  lockOwners(organizationId: string): Promise<OrganizationMember[]> {
    return this.members.find({
      where: { organizationId, role: MemberRole.OWNER },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Whether a person owns an organization; if so, stays an owner until this transaction ends. */
  async holdOwner(organizationId: string, userId: string): Promise<boolean> {
    const where = { organizationId, userId, role: MemberRole.OWNER };
    return (await this.members.findOne({ where, lock: { mode: 'pessimistic_read' } })) !== null;
  }

  /** Whether the holder of a number or address belongs to an organization. */
  async hasHolderOf(organizationId: string, { kind, value }: Identifier): Promise<boolean> {
    return this.members
      .createQueryBuilder('member')
      .innerJoin(UserIdentifier, 'identifier', 'identifier.userId = member.userId')
      .where('member.organizationId = :organizationId', { organizationId })
      .andWhere('identifier.kind = :kind and identifier.value = :value', { kind, value })
      .getExists();
  }

  /** The members of organizations, the first to join first. */
  findOfOrganizations(organizationIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.find({
      where: { organizationId: In([...organizationIds]) },
      order: { joinedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The organizations that a person owns; another caller for the same person waits until this transaction ends. */
  async lockOwnedOrganizations(userId: string): Promise<string[]> {
    await this.transactions.query('select 1 from app_user where id = $1 for no key update', [userId]);
    const places = await this.members.findBy({ userId, role: MemberRole.OWNER });
    return places.map(({ organizationId }) => organizationId);
  }

  /** The places of persons in organizations, the first to join first. */
  findOfUsers(userIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.find({ where: { userId: In([...userIds]) }, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  private get members() {
    return this.transactions.manager.getRepository(OrganizationMember);
  }
}

/** The members of organizations by organization id, many in one statement. Ask {@link maySeeMembers} first. */
@Injectable()
export class OrganizationMembersLoader extends BatchListLoader<OrganizationMember> {
  constructor(private readonly members: OrganizationMembersRepository) {
    super();
  }

  protected fetch(organizationIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.findOfOrganizations(organizationIds);
  }

  protected keyOf(member: OrganizationMember): string {
    return member.organizationId;
  }
}

/** The places of persons in organizations by user id, many in one statement. */
@Injectable()
export class UserMembershipsLoader extends BatchListLoader<OrganizationMember> {
  constructor(private readonly members: OrganizationMembersRepository) {
    super();
  }

  protected fetch(userIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.findOfUsers(userIds);
  }

  protected keyOf(member: OrganizationMember): string {
    return member.userId;
  }
}
