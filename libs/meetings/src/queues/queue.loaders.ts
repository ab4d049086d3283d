import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { QueueTable } from './queue-table.entity.js';
import type { QueueStanding } from './wait-estimate.js';
import { QueueTablesRepository } from './queue-tables.repository.js';

/** A queue table by key. */
@Injectable()
export class QueueTableLoader extends BatchLoader<QueueTable> {
  constructor(private readonly tables: QueueTablesRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<QueueTable[]> {
    return this.tables.findTables(ids);
  }

  protected keyOf({ id }: QueueTable): string {
    return id;
  }
}

/** How the line of a table stands. */
@Injectable()
export class QueueStandingLoader extends BatchLoader<QueueStanding> {
  constructor(private readonly tables: QueueTablesRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<QueueStanding[]> {
    return this.tables.findStandings(ids);
  }

  protected keyOf({ id }: QueueStanding): string {
    return id;
  }
}

interface Ahead {
  readonly id: string;
  readonly ahead: number;
}

/** How many stand before a number that waits. */
@Injectable()
export class QueueAheadLoader extends BatchLoader<Ahead> {
  constructor(private readonly tables: QueueTablesRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<Ahead[]> {
    return this.tables.countAhead(ids);
  }

  protected keyOf({ id }: Ahead): string {
    return id;
  }
}
