import { ClientMutations, DomainEvents } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { allowRegistering, type EventRegistration } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { areTwoSides, MeetingParticipants } from './meeting-participants.js';
import { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestsRepository } from './meeting-requests.repository.js';
import { MeetingRequestState } from './meeting.enums.js';
import { NotAtEventError } from './meeting.errors.js';
import { meetingRequestHappened } from './meeting.events.js';
import { RequestMeetingPayload, type RequestMeetingResult } from './meeting.results.js';

/** How long a request can be answered, in hours. */
const ANSWER_HOURS = 24;

/** Who wants to meet whom, when. */
export interface WantedMeeting {
  readonly eventId: string;
  readonly organizationId: string;
  readonly withOrganizationId: string;
  readonly slotId: string;
  readonly message: string | null;
  readonly clientMutationId?: string | null;
}

/** An editor of a confirmed participant asks one of the other side for a meeting. Nothing is held meanwhile. */
@Injectable()
export class RequestMeeting {
  constructor(
    private readonly participants: MeetingParticipants,
    private readonly grids: MeetingGridsRepository,
    private readonly requests: MeetingRequestsRepository,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Asks once for each key; throws NOT_FOUND for a slot of another event and for who is not at the event. */
  async request(viewer: Viewer, wish: WantedMeeting): Promise<RequestMeetingResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowRegistering(viewer, wish.organizationId);
    const from = await this.participants.confirmed(wish.eventId, wish.organizationId);
    const slot = await this.grids.findSlot(wish.slotId);
    if (!from || slot?.eventId !== wish.eventId || slot.startsAt <= this.clock.now())
      throw new NotFoundError();
    const to = await this.participants.confirmed(wish.eventId, wish.withOrganizationId);
    if (!to || !areTwoSides(from, to)) return new NotAtEventError();
    const { clientMutationId } = wish;
    const key = { actorId: viewer.userId, operation: 'requestMeeting', clientMutationId };
    const { id } = await this.clientMutations.once(key, () => this.send(from, to, wish));
    const request = await this.requests.find(id);
    if (request?.fromRegistrationId !== from.id) throw new NotFoundError();
    return new RequestMeetingPayload(request);
  }

  private async send(from: EventRegistration, to: EventRegistration, wish: WantedMeeting): Promise<string> {
    const now = this.clock.now();
    const request = Object.assign(new MeetingRequest(), {
      id: newId(),
      eventId: wish.eventId,
      fromRegistrationId: from.id,
      toRegistrationId: to.id,
      slotId: wish.slotId,
      state: MeetingRequestState.PENDING,
      message: wish.message,
      expiresAt: new Date(now.getTime() + ANSWER_HOURS * 3_600_000),
      createdAt: now,
      updatedAt: now,
    });
    await this.requests.insert(request);
    await this.events.record(meetingRequestHappened('MeetingRequested', request));
    return request.id;
  }
}
