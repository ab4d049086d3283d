import type { ConsentEntry } from './consent-entry.entity.js';
import { ConsentAct, type ConsentPurpose } from './consent-purpose.js';

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
