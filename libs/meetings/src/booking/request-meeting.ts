import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { allowRegistering } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { areTwoSides, MeetingParticipants } from './meeting-participants.js';
import { MeetingRequestBook } from './meeting-request-book.js';
import { NotAtEventError } from './meeting.errors.js';
import { RequestMeetingPayload, type RequestMeetingResult } from './meeting.results.js';

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
    private readonly requests: MeetingRequestBook,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Asks once for each key; throws NOT_FOUND for a slot of another event and for who is not at the event. */
  async request(viewer: Viewer, wish: WantedMeeting): Promise<RequestMeetingResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowRegistering(viewer, wish.organizationId);
    const from = await this.participants.confirmed(wish.eventId, wish.organizationId);
    const slot = await this.grids.bookableSlot(wish.slotId);
    if (!from || slot?.eventId !== wish.eventId || slot.startsAt <= this.clock.now())
      throw new NotFoundError();
    const to = await this.participants.confirmed(wish.eventId, wish.withOrganizationId);
    if (!to || !areTwoSides(from, to)) return new NotAtEventError();
    const { clientMutationId, eventId, slotId, message } = wish;
    const key = { actorId: viewer.userId, operation: 'requestMeeting', clientMutationId };
    const sides = { fromRegistrationId: from.id, toRegistrationId: to.id };
    const asked = { eventId, ...sides, slotId, meetingId: null, message };
    const { id } = await this.clientMutations.once(key, async () => (await this.requests.send(asked)).id);
    const request = await this.requests.find(id);
    if (request?.fromRegistrationId !== from.id) throw new NotFoundError();
    return new RequestMeetingPayload(request);
  }
}
