import type { Locale } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';
import type { ConsentAct, ConsentPurpose } from './consent-purpose.js';

/**
 * A line of the consent ledger: somebody agreed to something, or withdrew it. Written once, never changed, and kept
 * after the person has gone as the proof that what was done was agreed to; it says nothing of the person but the id.
 */
@Entity('consent_entry')
export class ConsentEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => User)
  @Column('uuid')
  userId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  /** The organization that the consent is for; a bare id, since the line outlives the organization. */
  @Index()
  @Column('uuid', { nullable: true })
  recipientId!: string | null;

  @Column('text')
  act!: ConsentAct;

  /** Which wording was shown. */
  @Column('text')
  textVersion!: string;

  /** In which language it was shown. */
  @Column('text')
  locale!: Locale;

  /** Through which session it was done; null when the account was erased by it. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('timestamptz')
  at!: Date;
}
