import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Identifier, IdentifierKind } from '../users/identifier.js';

/** What a one-time code is asked for; it is good for nothing else. */
export enum CodePurpose {
  REGISTER = 'REGISTER',
  SIGN_IN = 'SIGN_IN',
  RESET_PASSWORD = 'RESET_PASSWORD',
}

/**
 * A code of six digits on its way to a number or address. It belongs to the browser that asked for it, so that strangers
 * can neither replace it nor use up its tries; a newer one for the same purpose and browser replaces it.
 */
@Entity('one_time_code')
@Unique(['kind', 'value', 'purpose', 'deviceHash'])
export class OneTimeCode implements Identifier {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: IdentifierKind;

  @Column('text')
  value!: string;

  @Column('text')
  purpose!: CodePurpose;

  /** Argon2id hash: a million codes are tried quickly against a fast one. */
  @Column('text')
  codeHash!: string;

  /** SHA-256 of the device cookie of the browser that asked, hexadecimal. */
  @Column('text')
  deviceHash!: string;

  /** The caller that asked, for programs that keep no cookies: from the same caller the code is good without one. */
  @Column('text')
  caller!: string;

  /** How often the browser that asked tried to use it. */
  @Column('int')
  tries!: number;

  /** How often others behind the same caller tried to use it. */
  @Column('int')
  callerTries!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
