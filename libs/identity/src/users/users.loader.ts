import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { User } from './user.entity.js';
import type { UserIdentifier } from './user-identifier.entity.js';
import { UsersRepository } from './users.repository.js';

/** Persons by id, many in one statement. */
@Injectable()
export class UsersLoader extends BatchLoader<User> {
  constructor(private readonly users: UsersRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<User[]> {
    return this.users.byIds(ids);
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
    return this.users.identifiersOf(userIds);
  }

  protected keyOf(identifier: UserIdentifier): string {
    return identifier.userId;
  }
}
