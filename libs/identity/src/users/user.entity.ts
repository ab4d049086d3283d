import type { Locale } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
