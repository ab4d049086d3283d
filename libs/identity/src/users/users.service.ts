import { Transactions, violatedConstraint } from '@app/database';
import {
  BadInputError,
  Clock,
  DomainError,
  type LoaderScope,
  type Locale,
  newId,
  UnauthenticatedError,
} from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type Identifier, IdentifierKind, parseIdentifierOf } from './identifier.js';
import { PasswordHasher } from '../security/password-hasher.js';
import { PlatformStaffService } from './platform-staff.service.js';
import type { Viewer } from '../viewer/viewer.js';
import type { User, UserIdentifier } from './user.entity.js';
import { IDENTIFIER_KEY, UserIdentifiersLoader, UsersLoader, UsersRepository } from './users.repository.js';

/** A person whose identifiers need no proof: from demonstration data, a test or the command line. */
export interface VerifiedPerson {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly password: string;
  readonly locale: Locale;
  readonly staff?: boolean;
}

/** The persons of the platform. */
@Injectable()
export class Users {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersRepository,
    private readonly loader: UsersLoader,
    private readonly identifiersLoader: UserIdentifiersLoader,
    private readonly hasher: PasswordHasher,
    private readonly staff: PlatformStaffService,
    private readonly clock: Clock,
  ) {}

  /** Adds a person with identifiers that count as verified. Throws INVALID_IDENTIFIER, IDENTIFIER_TAKEN. */
  async createVerified(person: VerifiedPerson): Promise<User> {
    const identifiers = [
      ...(person.phone ? [parseIdentifierOf(IdentifierKind.PHONE, person.phone, 'phone')] : []),
      ...(person.email ? [parseIdentifierOf(IdentifierKind.EMAIL, person.email, 'email')] : []),
    ];
    if (identifiers.length === 0) throw new BadInputError('INVALID_IDENTIFIER', {}, ['phone', 'email']);
    const passwordHash = await this.hasher.hash(person.password);
    return this.transactions.run(async () => {
      const user = await this.addUser(
        { name: person.name, locale: person.locale, passwordHash },
        identifiers,
      );
      if (person.staff) await this.staff.grantStaff(user.id);
      return user;
    });
  }

  /** Adds a person inside the running transaction. Throws IDENTIFIER_TAKEN when another holds one of the identifiers. */
  async addUser(
    person: Pick<User, 'name' | 'locale' | 'passwordHash'>,
    identifiers: readonly Identifier[],
  ): Promise<User> {
    const now = this.clock.now();
    const user: User = { id: newId(), ...person, name: person.name.trim(), createdAt: now };
    const rows = identifiers.map(({ kind, value }) => ({
      id: newId(),
      userId: user.id,
      kind,
      value,
      verifiedAt: now,
    }));
    try {
      await this.users.insertUser(user, rows);
    } catch (error) {
      if (violatedConstraint(error) !== IDENTIFIER_KEY) throw error;
      throw new DomainError('CONFLICT', 'IDENTIFIER_TAKEN');
    }
    return user;
  }

  /** Changes the viewer's own name or language; what is null or left out stays. */
  async updateProfile(
    viewer: Viewer,
    change: { name?: string | null; locale?: Locale | null },
  ): Promise<User> {
    const user = await this.users.findUser(viewer.requireUserId());
    if (!user) throw new UnauthenticatedError();
    user.name = change.name?.trim() ?? user.name;
    user.locale = change.locale ?? user.locale;
    await this.users.setProfile(user.id, { name: user.name, locale: user.locale });
    return user;
  }

  /** The person who holds a number or address, or null. */
  findByIdentifier(identifier: Identifier): Promise<User | null> {
    return this.users.findByIdentifier(identifier);
  }

  /** A person by id, or null. */
  findUser(id: string): Promise<User | null> {
    return this.users.findUser(id);
  }

  /** A person by id, or null. One request loads many persons in one statement. */
  loadUser(scope: LoaderScope, id: string): Promise<User | null> {
    return this.loader.load(scope, id);
  }

  /** The verified numbers and addresses of a person. Ask `maySeeIdentifiers` first. */
  loadIdentifiers(scope: LoaderScope, userId: string): Promise<UserIdentifier[]> {
    return this.identifiersLoader.load(scope, userId);
  }
}
