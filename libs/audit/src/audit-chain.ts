import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.entity.js';

/** What the first entry names as the hash before it. */
export const CHAIN_START = '0'.repeat(64);

/** What a look at the whole chain found. */
export interface ChainVerdict {
  readonly intact: boolean;
  /** How many entries were read, up to the broken one. */
  readonly entries: number;
  /** Hash of the last good entry: written down elsewhere, it also proves that no tail was cut off. */
  readonly head: string;
  /** Place of the first entry that does not fit; null when all fit. */
  readonly brokenAt: number | null;
}

/** SHA-256 over all that an entry says, with the hash of the entry before; hexadecimal. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const ids = Object.entries(entry.ids).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = [
    entry.id,
    entry.position,
    entry.at.toISOString(),
    entry.actorId,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    ids,
    entry.prevHash,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Follows the chain over consecutive entries and stops at the first that does not fit. */
export class ChainWalk {
  private entries = 0;
  private head = CHAIN_START;
  private brokenAt: number | null = null;

  /** Takes the next entry; false when it does not fit. */
  take(entry: AuditEntry): boolean {
    const position = this.entries + 1;
    const fits =
      entry.position === position && entry.prevHash === this.head && entry.hash === hashOfEntry(entry);
    if (!fits) {
      this.brokenAt = position;
      return false;
    }
    this.entries = position;
    this.head = entry.hash;
    return true;
  }

  get position(): number {
    return this.entries;
  }

  verdict(): ChainVerdict {
    return {
      intact: this.brokenAt === null,
      entries: this.entries,
      head: this.head,
      brokenAt: this.brokenAt,
    };
  }
}
