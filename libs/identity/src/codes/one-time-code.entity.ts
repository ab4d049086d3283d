import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.js';

/** What a one-time code is asked for; it is good for nothing else. */
export enum CodePurpose {
  REGISTER = 'REGISTER',
  SIGN_IN = 'SIGN_IN',
  RESET_PASSWORD = 'RESET_PASSWORD',
}

/** A code of six digits on its way to a number or address; a newer one for the same purpose replaces it. */
@Entity('one_time_code')
@Unique(['kind', 'value', 'purpose'])
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

  /** How often somebody tried to use it. */
  @Column('int')
  tries!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
