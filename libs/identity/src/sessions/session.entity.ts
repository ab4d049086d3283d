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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A session ends after so long without use. */
export const IDLE_MS = 30 * DAY;

/** However much it is used, a session ends after so long. */
export const LONGEST_MS = 180 * DAY;

/** The last use is written down no more often than this, so that reading does not mean writing. */
export const SEEN_STEP_MS = HOUR;

/** The end of a session that is used now. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

/** The last instant to which use can carry a session: until then a browser keeps its cookie. */
export function longestSessionEnd(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LONGEST_MS);
}
