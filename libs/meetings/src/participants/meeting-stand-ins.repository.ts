import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MeetingStandIn } from './meeting-stand-in.entity.js';

/** All queries on stand-ins. */
@Injectable()
export class MeetingStandInsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores the stand-in and gives it the seat of the person who left; the keys of the seats check that it is free. */
  async seatStandIn(standIn: MeetingStandIn): Promise<void> {
    const { meetingId, leftRepresentativeId, representativeId } = standIn;
    await this.transactions.manager.getRepository(MeetingStandIn).insert({ ...standIn });
    await this.transactions.query(
      `update meeting_seat set representative_id = $3 where meeting_id = $1 and representative_id = $2`,
      [meetingId, leftRepresentativeId, representativeId],
    );
  }
}
