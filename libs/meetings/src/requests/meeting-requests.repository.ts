import { keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MeetingRequest, MeetingRequestState } from './meeting-request.entity.js';

/** Every query on requests for meetings. */
@Injectable()
export class MeetingRequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  findRequest(id: string): Promise<MeetingRequest | null> {
    return this.table.findOneBy({ id });
  }

  /** A request, kept from others. */
  lockRequest(id: string): Promise<MeetingRequest | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Requests that a registration has sent or received, the latest first. */
  findRequestPage(
    registrationId: string,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<MeetingRequest>> {
    const list = this.table
      .createQueryBuilder('request')
      .where('(request.fromRegistrationId = :registrationId or request.toRegistrationId = :registrationId)', {
        registrationId,
      });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  /** What is still open of other proposals to move a meeting, of one side or of both, is withdrawn. */
  async withdrawOtherRequests(
    { id, meetingId, updatedAt }: MeetingRequest,
    fromRegistrationId: string | null,
  ): Promise<void> {
    await this.transactions.query(
      `update meeting_request set state = '${MeetingRequestState.WITHDRAWN}', updated_at = $3
        where meeting_id = $1 and id <> $2 and state = '${MeetingRequestState.PENDING}'
          and ($4::uuid is null or from_registration_id = $4)`,
      [meetingId, id, updatedAt, fromRegistrationId],
    );
  }

  async insertRequest(request: MeetingRequest): Promise<void> {
    await this.table.insert({ ...request });
  }

  async saveRequest(request: MeetingRequest): Promise<void> {
    const { id, ...columns } = request;
    await this.table.update({ id }, columns);
  }

  private get table(): Repository<MeetingRequest> {
    return this.transactions.manager.getRepository(MeetingRequest);
  }
}
