import { Transactions } from '@app/database';
import { Clock, type Connection, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CHAIN_START, ChainWalk, type ChainVerdict, hashOfEntry } from './audit-chain.js';
import { AuditEntriesRepository, type AuditFilter } from './audit-entries.repository.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** A privileged action, as the use case that did it tells it. */
export interface PrivilegedAction {
  /** Who did it; null for the operator at the command line. */
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Further ids and codes, never names or other personal data: entries outlive an erasure. */
  readonly ids?: Readonly<Record<string, string>>;
}

const PAGE = 1000;

/** The append-only log of what owners of organizations and platform staff did with their power. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly entries: AuditEntriesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an action in the use case's own transaction, so that neither exists without the other. Entries wait for one
   * another until their transaction ends: record last.
   */
  async record(done: PrivilegedAction): Promise<void> {
    if (!this.transactions.open)
      throw new Error('an audit entry outside of a transaction could outlive what it tells of');
    const last = await this.entries.lockLastEntry();
    const content = {
      id: newId(),
      position: (last?.position ?? 0) + 1,
      at: this.clock.now(),
      actorId: done.actorId,
      action: done.action,
      subjectType: done.subjectType,
      subjectId: done.subjectId,
      ids: { ...done.ids },
      prevHash: last?.hash ?? CHAIN_START,
    };
    await this.entries.insertEntry({ ...content, hash: hashOfEntry(content) });
  }

  /** A page of the log, newest first. The caller has made sure that the reader is staff. */
  pageEntries(
    filter: AuditFilter,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<AuditEntry>> {
    return this.entries.pageEntries(filter, wish);
  }

  /** Reads the whole log and says whether every entry still fits the one before. */
  async verifyChain(): Promise<ChainVerdict> {
    const walk = new ChainWalk();
    for (;;) {
      const page = await this.entries.findEntriesAfter(walk.position, PAGE);
      if (!page.every((entry) => walk.take(entry)) || page.length < PAGE) return walk.verdict();
    }
  }
}
