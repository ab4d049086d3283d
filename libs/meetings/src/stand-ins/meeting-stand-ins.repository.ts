import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingStandIn } from './meeting-stand-in.entity.js';

/** Every query on stand-ins. */
@Injectable()
export class MeetingStandInsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Seats the stand-in instead of who sat there; the key of the seats decides whether the stand-in is free. */
  async seat(meeting: Meeting, standIn: MeetingStandIn): Promise<void> {
    const { manager } = this.transactions;
    await manager.getRepository(MeetingStandIn).insert({ ...standIn });
    await this.transactions.query(
      `update meeting_seat set representative_id = $3 where meeting_id = $1 and representative_id = $2`,
      [meeting.id, standIn.leftRepresentativeId, standIn.representativeId],
    );
  }
}
