import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Identifier } from '../identifiers/identifier.js';
import { User } from './user.entity.js';
import { UserIdentifier } from './user-identifier.entity.js';

/** The constraint that lets a number or address belong to one person only. */
export const IDENTIFIER_KEY = 'user_identifier_kind_value_key';

/** Every query on persons and their identifiers. */
@Injectable()
export class UsersRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(user: User, identifiers: readonly UserIdentifier[]): Promise<void> {
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

  byIds(ids: readonly string[]): Promise<User[]> {
    return this.users.findBy({ id: In([...ids]) });
  }

  byId(id: string): Promise<User | null> {
    return this.users.findOneBy({ id });
  }

  /** The person who holds a number or address. */
  async byIdentifier({ kind, value }: Identifier): Promise<User | null> {
    return this.users
      .createQueryBuilder('user')
      .innerJoin(UserIdentifier, 'identifier', 'identifier.userId = user.id')
      .where('identifier.kind = :kind and identifier.value = :value', { kind, value })
      .getOne();
  }

  /** The identifiers of persons, in the order in which they were verified. */
  identifiersOf(userIds: readonly string[]): Promise<UserIdentifier[]> {
    return this.identifiers.find({
      where: { userId: In([...userIds]) },
      order: { verifiedAt: 'ASC', id: 'ASC' },
    });
  }

  private get users() {
    return this.transactions.manager.getRepository(User);
  }

  private get identifiers() {
    return this.transactions.manager.getRepository(UserIdentifier);
  }
}
