import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A place where a person is signed in. It ends by being deleted, and at once. */
@Entity('user_session')
@Unique(['tokenHash'])
export class UserSession {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the token, hexadecimal: the token itself is with the person only. */
  @Column('text')
  tokenHash!: string;

  /** Network address of the sign-in. */
  @Column('text')
  address!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Last use, to the hour. */
  @Column('timestamptz')
  lastSeenAt!: Date;

  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
