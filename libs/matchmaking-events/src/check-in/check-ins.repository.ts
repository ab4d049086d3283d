import { Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
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

/** At which events a person came in, and whom a person let in. Counts stay when the account goes; who it was does not. */
@Injectable()
export class CheckInsHolder extends StoredDataHolder {
  readonly section = 'eventCheckIns';
  readonly columns = ['event_check_in.checked_in_by'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      came: await this.transactions.query<object>(
        `select c.event_id as "eventId", c.at, c.device from event_check_in c
           join event_representative p on p.id = c.representative_id where p.user_id = $1 order by c.at`,
        [userId],
      ),
      letIn: await this.transactions.query<object>(
        'select event_id as "eventId", at, device from event_check_in where checked_in_by = $1 order by at',
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update event_check_in set checked_in_by = null where checked_in_by = $1', [
      userId,
    ]);
  }
}
