import type { Locale } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Identifier, IdentifierKind } from './identifier.js';

/** A person who uses the platform. Numbers and addresses are kept apart: none of them is the person. */
@Entity('app_user')
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** The language in which the person is written to. */
  @Column('text')
  locale!: Locale;

  /** Argon2id hash; null for a person who only signs in by code. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A mobile number or e-mail address that a person has proved to hold; nobody else can hold it. */
@Entity('user_identifier')
@Unique(['kind', 'value'])
export class UserIdentifier implements Identifier {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('text')
  kind!: IdentifierKind;

  @Column('text')
  value!: string;

  @Column('timestamptz')
  verifiedAt!: Date;
}

/** A person who moderates and administers the platform; granted at the command line only. */
@Entity('platform_staff')
export class PlatformStaff {
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('timestamptz')
  grantedAt!: Date;
}

/** An account whose person has gone: its id stays, so that logs and decisions still fit together, and nothing else. */
@Entity('erased_account')
export class ErasedAccount {
  @ForeignKey(() => User)
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('timestamptz')
  erasedAt!: Date;
}
