import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Identifier, IdentifierKind } from '../users/identifier.js';
import { User } from '../users/user.entity.js';
import type { MemberRole } from '../viewer/viewer.js';

/** Where an invitation stands; one past its time is still PENDING in the table and EXPIRED for every reader. */
export enum InvitationState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}

/** Days for which an invitation can be answered. */
export const INVITATION_DAYS = 14;

/** An organization asks the holder of a number or address to join it in a role. */
@Entity('invitation')
@Unique(['tokenHash'])
@Index('invitation_pending', { synchronize: false })
@Index(['organizationId', 'id'])
export class Invitation implements Identifier {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @Column('text')
  kind!: IdentifierKind;

  @Column('text')
  value!: string;

  @Column('text')
  role!: MemberRole;

  /** SHA-256 of the token that was sent last, hexadecimal. */
  @Column('text')
  tokenHash!: string;

  /** The column behind {@link stateAt}: a reader has to say at what time. */
  @Column('text', { name: 'state' })
  recordedState!: InvitationState;

  @ForeignKey(() => User, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  invitedById!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Where the invitation stands at an instant. */
  stateAt(now: Date): InvitationState {
    const over = this.recordedState === InvitationState.PENDING && this.expiresAt <= now;
    return over ? InvitationState.EXPIRED : this.recordedState;
  }

  /** Can be answered at an instant. */
  isOpenAt(now: Date): boolean {
    return this.stateAt(now) === InvitationState.PENDING;
  }

  /** The invited person joins, declines, or the organization takes it back. */
  close(
    answer: InvitationState.ACCEPTED | InvitationState.DECLINED | InvitationState.REVOKED,
    now: Date,
  ): void {
    if (!this.isOpenAt(now))
      throw new Error(`an invitation that is ${this.stateAt(now)} has no further answer`);
    this.recordedState = answer;
    this.answeredAt = now;
  }

  /** Sent once more: a new token replaces the old one, and the time to answer starts anew. */
  renew(tokenHash: string, now: Date): void {
    if (this.recordedState !== InvitationState.PENDING)
      throw new Error(`not sent again once ${this.recordedState}`);
    this.tokenHash = tokenHash;
    this.expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  }
}
