import { DomainEvents } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestsRepository } from './meeting-requests.repository.js';
import { MeetingRequestState } from './meeting.enums.js';
import { meetingRequestHappened } from './meeting.events.js';

/** How long a request can be answered, in hours. */
const ANSWER_HOURS = 24;

/** What one side asks of the other. */
export type AskedOfOther = Pick<
  MeetingRequest,
  'eventId' | 'fromRegistrationId' | 'toRegistrationId' | 'slotId' | 'meetingId' | 'message'
>;

/** The book of requests, in the running transaction. */
@Injectable()
export class MeetingRequestBook {
  constructor(
    private readonly requests: MeetingRequestsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<MeetingRequest | null> {
    return this.requests.find(id);
  }

  /** Sends a request, which waits for a day. A proposal to move a meeting takes the place of the side's earlier one. */
  async send(asked: AskedOfOther): Promise<MeetingRequest> {
    const now = this.clock.now();
    const request = Object.assign(new MeetingRequest(), {
      id: newId(),
      ...asked,
      state: MeetingRequestState.PENDING,
      expiresAt: new Date(now.getTime() + ANSWER_HOURS * 3_600_000),
      createdAt: now,
      updatedAt: now,
    });
    await this.requests.insert(request);
    if (request.meetingId) await this.requests.withdrawOthers(request, request.fromRegistrationId);
    const type = request.meetingId ? 'MeetingTimeProposed' : 'MeetingRequested';
    await this.events.record(meetingRequestHappened(type, request));
    return request;
  }
}
