import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';

/** What a reader of the log looks for. */
export interface AuditFilter {
  readonly actorId?: string | null;
  readonly subjectId?: string | null;
  readonly action?: string | null;
  /** From this time on. */
  readonly since?: Date | null;
  /** Before this time. */
  readonly until?: Date | null;
}

/** Key of the advisory lock under which entries join the chain one at a time. */
const CHAIN_LOCK = 7020;

/** Every query on the audit log. */
@Injectable()
export class AuditEntriesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Waits until this transaction alone may add to the chain, and gives the last entry. */
  async lockLastEntry(): Promise<AuditEntry | null> {
    await this.transactions.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [last] = await this.entries.find({ order: { position: 'DESC' }, take: 1 });
    return last ?? null;
  }

  async insertEntry(entry: AuditEntry): Promise<void> {
    await this.entries.insert(entry);
  }

  /** The entries after a place in the chain, in its order. */
  findEntriesAfter(position: number, limit: number): Promise<AuditEntry[]> {
    return this.entries.find({
      where: { position: MoreThan(position) },
      order: { position: 'ASC' },
      take: limit,
    });
  }

  /** A page of the log, newest first. */
  pageEntries(
    filter: AuditFilter,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<AuditEntry>> {
    const list = this.entries.createQueryBuilder('entry');
    if (filter.actorId) list.andWhere('entry.actorId = :actorId', { actorId: filter.actorId });
    if (filter.subjectId) list.andWhere('entry.subjectId = :subjectId', { subjectId: filter.subjectId });
    if (filter.action) list.andWhere('entry.action = :action', { action: filter.action });
    if (filter.since) list.andWhere('entry.at >= :since', { since: filter.since });
    if (filter.until) list.andWhere('entry.at < :until', { until: filter.until });
    return keysetPage(list, [{ property: 'position', direction: 'DESC' }], wish);
  }

  private get entries() {
    return this.transactions.manager.getRepository(AuditEntry);
  }
}
