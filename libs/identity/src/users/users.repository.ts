import { Transactions } from '@app/database';
import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Identifier } from './identifier.js';
import { PlatformStaff, User, UserIdentifier } from './user.entity.js';

/** The constraint that lets a number or address belong to one person only. */
export const IDENTIFIER_KEY = 'user_identifier_kind_value_key';

/** Every query on persons and their identifiers. */
@Injectable()
export class UsersRepository {
  constructor(private readonly transactions: Transactions) {}

  async insertUser(user: User, identifiers: readonly UserIdentifier[]): Promise<void> {
    await this.users.insert(user);
    await this.identifiers.insert([...identifiers]);
  }

  async setPassword(userId: string, passwordHash: string): Promise<void> {
    await this.users.update({ id: userId }, { passwordHash });
  }

  /** Changes a person's name or language. */
  async setProfile(userId: string, profile: Partial<Pick<User, 'name' | 'locale'>>): Promise<void> {
    await this.users.update({ id: userId }, profile);
  }

  findUsers(ids: readonly string[]): Promise<User[]> {
    return this.users.findBy({ id: In([...ids]) });
  }

  findUser(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** The person who holds a number or address. */
  async findByIdentifier({ kind, value }: Identifier): Promise<User | null> {
    return this.users
      .createQueryBuilder('user')
      .innerJoin(UserIdentifier, 'identifier', 'identifier.userId = user.id')
      .where('identifier.kind = :kind and identifier.value = :value', { kind, value })
      .getOne();
  }

  /** The identifiers of persons, in the order in which they were verified. */
  findIdentifiers(userIds: readonly string[]): Promise<UserIdentifier[]> {
    return this.identifiers.find({
      where: { userId: In([...userIds]) },
      order: { verifiedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Adds a person to the staff; false when already on the list. */
  async insertStaff(entry: PlatformStaff): Promise<boolean> {
    const inserted = await this.staff
      .createQueryBuilder()
      .insert()
      .values(entry)
      .orIgnore()
      .returning('user_id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Removes a person from the staff; false when not on the list. */
  async deleteStaff(userId: string): Promise<boolean> {
    return ((await this.staff.delete({ userId })).affected ?? 0) > 0;
  }

  findStaff(): Promise<PlatformStaff[]> {
    return this.staff.find({ order: { grantedAt: 'ASC', userId: 'ASC' } });
  }

  private get users() {
    return this.transactions.manager.getRepository(User);
  }

  private get identifiers() {
    return this.transactions.manager.getRepository(UserIdentifier);
  }

  private get staff() {
    return this.transactions.manager.getRepository(PlatformStaff);
  }
}

/** Persons by id, many in one statement. */
@Injectable()
export class UsersLoader extends BatchLoader<User> {
  constructor(private readonly users: UsersRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<User[]> {
    return this.users.findUsers(ids);
  }

  protected keyOf(user: User): string {
    return user.id;
  }
}

/** The identifiers of persons, many persons in one statement. */
@Injectable()
export class UserIdentifiersLoader extends BatchListLoader<UserIdentifier> {
  constructor(private readonly users: UsersRepository) {
    super();
  }

  protected fetch(userIds: readonly string[]): Promise<UserIdentifier[]> {
    return this.users.findIdentifiers(userIds);
  }

  protected keyOf(identifier: UserIdentifier): string {
    return identifier.userId;
  }
}
