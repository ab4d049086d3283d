import { DomainEvents, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, ForbiddenError, NotFoundError, Rollback } from '@app/kernel';
import {
  allowRegistering,
  type EventRegistration,
  EventRegistrationsReader,
  ParticipantRole,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { BOOKING_CONSTRAINTS, MeetingBookingService } from '../booking/meeting-booking.service.js';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { allowAnswering, allowProposing, areTwoSides } from '../booking/meeting.policy.js';
import { MeetingStateError, NotAtEventError } from '../booking/meeting.texts.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { type AskedOfOther, MeetingRequest, MeetingRequestState } from './meeting-request.entity.js';
import {
  AcceptMeetingRequestPayload,
  type AcceptMeetingRequestResult,
  DeclineMeetingRequestPayload,
  type DeclineMeetingRequestResult,
  ProposeMeetingTimePayload,
  type ProposeMeetingTimeResult,
  RequestMeetingPayload,
  type RequestMeetingResult,
} from './meeting-request.graphql.js';
import { MeetingRequestStateError } from './meeting-request.texts.js';
import { MeetingRequestsRepository } from './meeting-requests.repository.js';

/** A meeting that `organizationId`, for which the caller acts, asks another organization for. */
export interface WantedMeeting {
  readonly eventId: string;
  readonly organizationId: string;
  readonly withOrganizationId: string;
  readonly slotId: string;
  readonly message: string | null;
  readonly clientMutationId?: string | null;
}

/** Another time for a meeting; the caller acts for `organizationId`, one of its two sides. */
export interface ProposedTime {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly slotId: string;
  readonly message: string | null;
  readonly clientMutationId?: string | null;
}

/** A request and the organization that the caller acts for. */
export interface MeetingRequestStep {
  readonly id: string;
  readonly organizationId: string;
}

interface LockedRequest {
  readonly request: MeetingRequest;
  /** The meeting to be moved, locked; null when the request is for a new meeting. */
  readonly meeting: Meeting | null;
  readonly from: EventRegistration;
  readonly to: EventRegistration;
}

/**
 * The two sides of an event agree on meetings without the scheduler: one side requests a meeting or proposes another time,
 * the other accepts or declines. A request holds no seat and no table.
 */
@Injectable()
export class MeetingRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly registrations: EventRegistrationsReader,
    private readonly requests: MeetingRequestsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly grids: MeetingGridsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly booking: MeetingBookingService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** The requests that an organization has sent and received at an event, for its members. */
  async findOwnRequests(
    viewer: Viewer,
    { eventId, organizationId }: { eventId: string; organizationId: string },
    wish: { readonly first: number; readonly after?: string | null },
  ): Promise<Connection<MeetingRequest>> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return this.requests.findRequestPage(registration.id, wish);
  }

  /**
   * An editor of a confirmed participant requests a meeting with one of the other side. Throws NOT_FOUND for a slot of
   * another event and for an organization that is not at the event.
   */
  async requestMeeting(viewer: Viewer, wish: WantedMeeting): Promise<RequestMeetingResult> {
    viewer.requireUserId();
    allowRegistering(viewer, wish.organizationId);
    const from = await this.sides.findParticipant(wish.eventId, wish.organizationId);
    const slot = await this.grids.findBookableSlot(wish.slotId);
    if (!from || slot?.eventId !== wish.eventId || slot.startsAt <= this.clock.now())
      throw new NotFoundError();
    const to = await this.sides.findParticipant(wish.eventId, wish.withOrganizationId);
    if (!to || !areTwoSides(from, to)) return new NotAtEventError();
    const { clientMutationId, eventId, slotId, message } = wish;
    const parties = { fromRegistrationId: from.id, toRegistrationId: to.id };
    return this.runner.runCreation<RequestMeetingResult>(viewer, {
      operation: 'requestMeeting',
      clientMutationId,
      create: () => this.sendRequest({ eventId, ...parties, slotId, meetingId: null, message }),
      present: async (id) => {
        const request = await this.requests.findRequest(id);
        if (request?.fromRegistrationId !== from.id) throw new NotFoundError();
        return new RequestMeetingPayload(request);
      },
    });
  }

  /**
   * One side proposes another time for a meeting. The meeting stays where it is until the other side accepts. A later
   * proposal of the same side replaces its pending one.
   */
  proposeMeetingTime(viewer: Viewer, wish: ProposedTime): Promise<ProposeMeetingTimeResult> {
    return this.runner.runCreation<ProposeMeetingTimeResult>(viewer, {
      operation: 'proposeMeetingTime',
      clientMutationId: wish.clientMutationId,
      create: () => this.proposeTime(viewer, wish),
      present: async (id) => {
        const request = await this.requests.findRequest(id);
        if (request?.meetingId !== wish.meetingId) throw new NotFoundError();
        return new ProposeMeetingTimePayload(request);
      },
    });
  }

  /** Books or moves the meeting. When seats or tables are taken, the request stays open. */
  acceptRequest(viewer: Viewer, step: MeetingRequestStep): Promise<AcceptMeetingRequestResult> {
    return this.runner.runChange<AcceptMeetingRequestResult>(async () => {
      const { request, meeting, from, to } = await this.lockRequest(viewer, step);
      if (!request.openAt(this.clock.now())) return new MeetingRequestStateError(request.state);
      if ([from, to].some(({ state }) => state !== RegistrationState.CONFIRMED)) return new NotAtEventError();
      if (meeting && !meeting.movable) return new MeetingStateError(meeting.state);
      request.answer(MeetingRequestState.ACCEPTED, this.clock.now());
      await this.requests.saveRequest(request);
      if (meeting) return new AcceptMeetingRequestPayload(await this.moveMeeting(meeting, request));
      const [buyer, supplier] = from.role === ParticipantRole.BUYER ? [from, to] : [to, from];
      return new AcceptMeetingRequestPayload(await this.booking.bookMeeting(buyer, supplier, request.slotId));
    }, BOOKING_CONSTRAINTS);
  }

  /** Declines a request. A second call changes nothing. */
  declineRequest(viewer: Viewer, step: MeetingRequestStep): Promise<DeclineMeetingRequestResult> {
    return this.transactions.run(async () => {
      const { request } = await this.lockRequest(viewer, step);
      if (request.state === MeetingRequestState.DECLINED) return new DeclineMeetingRequestPayload(request);
      if (request.state !== MeetingRequestState.PENDING) return new MeetingRequestStateError(request.state);
      request.answer(MeetingRequestState.DECLINED, this.clock.now());
      await this.requests.saveRequest(request);
      await this.recordEvent('MeetingRequestDeclined', request);
      return new DeclineMeetingRequestPayload(request);
    });
  }

  private async proposeTime(viewer: Viewer, wish: ProposedTime): Promise<string> {
    // The lock puts proposals for one meeting in line.
    const [meeting] = await this.meetings.lockMeetings([wish.meetingId]);
    if (!meeting) throw new NotFoundError();
    const { provisional, registrations } = await this.sides.findSides(meeting);
    allowProposing(viewer, { provisional, registrations }, wish.organizationId);
    await this.checkProposedSlot(meeting, wish.slotId);
    const own = registrations.find(({ organizationId }) => organizationId === wish.organizationId)!;
    const { buyerRegistrationId: buyer, supplierRegistrationId: supplier } = meeting;
    return this.sendRequest({
      eventId: meeting.eventId,
      fromRegistrationId: own.id,
      toRegistrationId: own.id === buyer ? supplier : buyer,
      slotId: wish.slotId,
      meetingId: meeting.id,
      message: wish.message,
    });
  }

  /** The meeting is in the future and may move; the slot is another future slot of the same event. */
  private async checkProposedSlot(meeting: Meeting, slotId: string): Promise<void> {
    const now = this.clock.now();
    const slot = await this.grids.findBookableSlot(slotId);
    const current = await this.grids.findSlot(meeting.slotId);
    if (slot?.eventId !== meeting.eventId || slot.startsAt <= now) throw new NotFoundError();
    if (slotId === meeting.slotId) throw new BadInputError('MEETING_SAME_SLOT', {}, ['input.slotId']);
    const begun = current !== null && current.startsAt <= now;
    if (!meeting.movable || begun)
      throw new Rollback<ProposeMeetingTimeResult>(new MeetingStateError(meeting.state));
  }

  private async sendRequest(asked: AskedOfOther): Promise<string> {
    const request = MeetingRequest.create(asked, this.clock.now());
    await this.requests.insertRequest(request);
    if (request.meetingId) await this.requests.withdrawOtherRequests(request, request.fromRegistrationId);
    await this.recordEvent(request.meetingId ? 'MeetingTimeProposed' : 'MeetingRequested', request);
    return request.id;
  }

  private async moveMeeting(meeting: Meeting, request: MeetingRequest): Promise<Meeting> {
    await this.requests.withdrawOtherRequests(request, null);
    if (meeting.slotId !== request.slotId) await this.booking.moveMeeting(meeting, request.slotId);
    return meeting;
  }

  private async lockRequest(
    viewer: Viewer,
    { id, organizationId }: MeetingRequestStep,
  ): Promise<LockedRequest> {
    // Locks the meeting before the request, in the same order as a proposal does.
    const { meetingId = null } = (await this.requests.findRequest(id)) ?? {};
    const [meeting = null] = meetingId ? await this.meetings.lockMeetings([meetingId]) : [];
    const request = await this.requests.lockRequest(id);
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

  private recordEvent(
    type: 'MeetingRequested' | 'MeetingTimeProposed' | 'MeetingRequestDeclined',
    { id, eventId }: MeetingRequest,
  ): Promise<void> {
    return this.events.record({ type, aggregateType: 'MeetingRequest', aggregateId: id, ids: { eventId } });
  }
}
