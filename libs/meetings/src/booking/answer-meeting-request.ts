import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  ParticipantRole,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingBooking } from './meeting-booking.js';
import type { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestsRepository } from './meeting-requests.repository.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingRequestState } from './meeting.enums.js';
import { MeetingRequestStateError, MeetingStateError, NotAtEventError } from './meeting.errors.js';
import { meetingRequestHappened } from './meeting.events.js';
import { allowAnswering } from './meeting.policy.js';
import {
  AcceptMeetingRequestPayload,
  type AcceptMeetingRequestResult,
  DeclineMeetingRequestPayload,
  type DeclineMeetingRequestResult,
} from './meeting.results.js';

/** A request and the organization that the caller acts for. */
export interface MeetingRequestStep {
  readonly id: string;
  readonly organizationId: string;
}

interface Asked {
  readonly request: MeetingRequest;
  /** The meeting that is to move, kept from others. */
  readonly meeting: Meeting | null;
  readonly from: EventRegistration;
  readonly to: EventRegistration;
}

/** The side that was asked says yes or no. A yes takes seats and a table, or finds them taken. */
@Injectable()
export class AnswerMeetingRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: MeetingRequestsRepository,
    private readonly registrations: EventRegistrationsReader,
    private readonly booking: MeetingBooking,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Accepts in time, which books a meeting or moves one; when seats or tables are gone the request stays as it was. */
  accept(viewer: Viewer, step: MeetingRequestStep): Promise<AcceptMeetingRequestResult> {
    return this.booking.orRefused<AcceptMeetingRequestResult>(() =>
      this.transactions.run(async () => {
        const { request, meeting, from, to } = await this.asked(viewer, step);
        if (!request.openAt(this.clock.now())) return new MeetingRequestStateError(request.state);
        if ([from, to].some(({ state }) => state !== RegistrationState.CONFIRMED))
          return new NotAtEventError();
        if (meeting && (!meeting.standing || meeting.locked)) return new MeetingStateError(meeting.state);
        request.answer(MeetingRequestState.ACCEPTED, this.clock.now());
        await this.requests.save(request);
        if (meeting) return new AcceptMeetingRequestPayload(await this.move(meeting, request));
        const [buyer, supplier] = from.role === ParticipantRole.BUYER ? [from, to] : [to, from];
        return new AcceptMeetingRequestPayload(await this.booking.book(buyer, supplier, request.slotId));
      }),
    );
  }

  /** Says no. Twice the same is once. */
  decline(viewer: Viewer, step: MeetingRequestStep): Promise<DeclineMeetingRequestResult> {
    return this.transactions.run(async () => {
      const { request } = await this.asked(viewer, step);
      if (request.state === MeetingRequestState.DECLINED) return new DeclineMeetingRequestPayload(request);
      if (request.state !== MeetingRequestState.PENDING) return new MeetingRequestStateError(request.state);
      request.answer(MeetingRequestState.DECLINED, this.clock.now());
      await this.requests.save(request);
      await this.events.record(meetingRequestHappened('MeetingRequestDeclined', request));
      return new DeclineMeetingRequestPayload(request);
    });
  }

  /** The meeting takes place then; what else was proposed for it is settled. */
  private async move(meeting: Meeting, request: MeetingRequest): Promise<Meeting> {
    await this.requests.withdrawOthers(request, null);
    if (meeting.slotId !== request.slotId) await this.booking.move(meeting, request.slotId);
    return meeting;
  }

  private async asked(viewer: Viewer, { id, organizationId }: MeetingRequestStep): Promise<Asked> {
    // First the meeting, then the request: in the same order as who proposes.
    const { meetingId = null } = (await this.requests.find(id)) ?? {};
    const [meeting = null] = meetingId ? await this.booking.lock(meetingId) : [];
    const request = await this.requests.lock(id);
    if (!request) throw new NotFoundError();
    const sides = await this.registrations.findRegistrations([
      request.fromRegistrationId,
      request.toRegistrationId,
    ]);
    const from = sides.find((side) => side.id === request.fromRegistrationId);
    const to = sides.find((side) => side.id === request.toRegistrationId);
    if (!from || !to) throw new NotFoundError();
    allowAnswering(viewer, { from: from.organizationId, to: to.organizationId }, organizationId);
    return { request, meeting, from, to };
  }
}
