import type { Locale } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** What a person can agree to, each by itself and never as a condition of something else (PIPL, articles 14 to 16). */
export enum ConsentPurpose {
  /** That one named organization gets the person's number and address (PIPL, article 23). */
  CONTACT_SHARING = 'CONTACT_SHARING',
  /** That the platform writes about news and events beside what the person does here. */
  NEWS = 'NEWS',
}

/** What was done with a consent. */
export enum ConsentAct {
  GIVEN = 'GIVEN',
  WITHDRAWN = 'WITHDRAWN',
}

/** Whether a consent is for one recipient only, who has to be named. */
export function namesRecipient(purpose: ConsentPurpose): boolean {
  return purpose === ConsentPurpose.CONTACT_SHARING;
}

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

/** To whom a consent goes: the purpose, and the named organization where there is one. */
export interface ConsentScope {
  readonly purpose: ConsentPurpose;
  readonly recipientId: string | null;
}

/** How one consent of a person stands after all that the ledger says of it. */
export class ConsentStanding implements ConsentScope {
  private constructor(
    readonly purpose: ConsentPurpose,
    readonly recipientId: string | null,
    readonly textVersion: string,
    readonly givenAt: Date,
    readonly withdrawnAt: Date | null,
  ) {}

  get given(): boolean {
    return this.withdrawnAt === null;
  }

  /** The standing of each consent in a ledger, which is read from its oldest line on; the newest consent first. */
  static of(ledger: readonly ConsentEntry[]): ConsentStanding[] {
    const standings = new Map<string, ConsentStanding>();
    for (const { act, purpose, recipientId, textVersion, at } of ledger) {
      const key = `${purpose} ${recipientId}`;
      const before = standings.get(key);
      standings.delete(key);
      if (act === ConsentAct.GIVEN)
        standings.set(key, new ConsentStanding(purpose, recipientId, textVersion, at, null));
      else if (before)
        standings.set(key, new ConsentStanding(purpose, recipientId, before.textVersion, before.givenAt, at));
    }
    return [...standings.values()].reverse();
  }
}
