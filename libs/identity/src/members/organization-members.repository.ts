import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Identifier } from '../identifiers/identifier.js';
import { UserIdentifier } from '../users/user-identifier.entity.js';
import { MemberRole } from '../viewer/viewer.js';
import { OrganizationMember } from './organization-member.entity.js';

/** Every query on the members of organizations. */
@Injectable()
export class OrganizationMembersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds a member; false when the person already is one, in whatever role. */
  async add(member: OrganizationMember): Promise<boolean> {
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

  async remove(id: string): Promise<void> {
    await this.members.delete({ id });
  }

  byId(id: string): Promise<OrganizationMember | null> {
    return this.members.findOneBy({ id });
  }

  find(organizationId: string, userId: string): Promise<OrganizationMember | null> {
    return this.members.findOneBy({ organizationId, userId });
  }

  /** A member, locked until the transaction ends. */
  lock(id: string): Promise<OrganizationMember | null> {
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
  ofOrganizations(organizationIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.find({
      where: { organizationId: In([...organizationIds]) },
      order: { joinedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The organizations that a person owns; another caller for the same person waits until this transaction ends. */
  async lockOwnedBy(userId: string): Promise<string[]> {
    await this.transactions.query('select 1 from app_user where id = $1 for no key update', [userId]);
    const places = await this.members.findBy({ userId, role: MemberRole.OWNER });
    return places.map(({ organizationId }) => organizationId);
  }

  /** The places of persons in organizations, the first to join first. */
  ofUsers(userIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.find({ where: { userId: In([...userIds]) }, order: { joinedAt: 'ASC', id: 'ASC' } });
  }

  private get members() {
    return this.transactions.manager.getRepository(OrganizationMember);
  }
}
