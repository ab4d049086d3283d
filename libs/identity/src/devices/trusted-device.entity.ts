import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';

/**
 * A browser in which a person has signed in before. It opens nothing by itself: it has attempts of its own, which
 * strangers cannot use up. Several persons of one browser have a row each with the same token.
 */
@Entity('trusted_device')
@Unique(['tokenHash', 'userId'])
export class TrustedDevice {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** SHA-256 of the cookie's token, hexadecimal. */
  @Column('text')
  tokenHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** The last sign-in. */
  @Column('timestamptz')
  lastUsedAt!: Date;

  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
