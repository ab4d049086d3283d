import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { CheckIn } from './check-in.entity.js';

/** When somebody came first, by which device, and how often it was noted. */
export interface Attendance {
  readonly representativeId: string;
  readonly entryId: string;
  readonly at: Date;
  readonly device: string;
  readonly entries: number;
}

/** A representative as the door knows them. */
export interface Expected {
  readonly id: string;
  readonly eventId: string;
  readonly serial: number;
  readonly confirmed: boolean;
}

/** Every query on the table of check-ins. */
@Injectable()
export class CheckInsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds entries; those that are known already stay as they are. */
  async insertCheckIns(entries: readonly CheckIn[]): Promise<void> {
    if (entries.length === 0) return;
    await this.table
      .createQueryBuilder()
      .insert()
      .values([...entries])
      .orIgnore()
      .execute();
  }

  /** Who of some representatives came, the earliest entry of each. */
  findAttendance(representativeIds: readonly string[]): Promise<Attendance[]> {
    return this.transactions.query(
      `select distinct on (representative_id) representative_id as "representativeId", id as "entryId", at, device,
              (count(*) over (partition by representative_id))::int as entries
         from event_check_in where representative_id = any($1) order by representative_id, at, id`,
      [representativeIds],
    );
  }

  /** What the door has to know of representatives. */
  findExpected(representativeIds: readonly string[]): Promise<Expected[]> {
    return this.transactions.query(
      `select p.id, p.event_id as "eventId", p.ticket_serial as serial, r.state = 'CONFIRMED' as confirmed
         from event_representative p join event_registration r on r.id = p.registration_id where p.id = any($1)`,
      [representativeIds],
    );
  }

  private get table(): Repository<CheckIn> {
    return this.transactions.manager.getRepository(CheckIn);
  }
}
