import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, NotFoundError, type Outcome, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { MeetingRequestBook } from './meeting-request-book.js';
import { MeetingSidesReader } from './meeting-sides.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingStateError } from './meeting.errors.js';
import { allowProposing } from './meeting.policy.js';
import { ProposeMeetingTimePayload, type ProposeMeetingTimeResult } from './meeting.results.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Another time for a meeting; the caller acts for `organizationId`, one of its two sides. */
export interface ProposedTime {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly slotId: string;
  readonly message: string | null;
  readonly clientMutationId?: string | null;
}

/** Undoes the transaction for an outcome that the caller is told of. */
class NotProposed extends Error {
  constructor(readonly outcome: Outcome & MeetingStateError) {
    super(outcome.code);
  }
}

/** One side of a meeting proposes another time. The meeting stays where it is until the other side agrees. */
@Injectable()
export class ProposeMeetingTime {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly requests: MeetingRequestBook,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Proposes once for each key; a later proposal of the same side takes the place of one that waits. */
  async propose(viewer: Viewer, wish: ProposedTime): Promise<ProposeMeetingTimeResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { clientMutationId } = wish;
    const key = { actorId: viewer.userId, operation: 'proposeMeetingTime', clientMutationId };
    try {
      const { id } = await this.clientMutations.once(key, () => this.send(viewer, wish));
      const request = await this.requests.find(id);
      if (request?.meetingId !== wish.meetingId) throw new NotFoundError();
      return new ProposeMeetingTimePayload(request);
    } catch (error) {
      if (error instanceof NotProposed) return error.outcome;
      throw error;
    }
  }

  private async send(viewer: Viewer, wish: ProposedTime): Promise<string> {
    // The meeting is kept from others, so that proposals for it come one after another.
    const [meeting] = await this.meetings.lock([wish.meetingId]);
    if (!meeting) throw new NotFoundError();
    const { provisional, registrations } = await this.sides.of(meeting);
    allowProposing(viewer, { provisional, registrations }, wish.organizationId);
    await this.check(meeting, wish.slotId);
    const own = registrations.find(({ organizationId }) => organizationId === wish.organizationId)!;
    const { buyerRegistrationId: buyer, supplierRegistrationId: supplier } = meeting;
    const request = await this.requests.send({
      eventId: meeting.eventId,
      fromRegistrationId: own.id,
      toRegistrationId: own.id === buyer ? supplier : buyer,
      slotId: wish.slotId,
      meetingId: meeting.id,
      message: wish.message,
    });
    return request.id;
  }

  /** The meeting is still to come and the organizers let it move; the slot is another one of the event and ahead. */
  private async check(meeting: Meeting, slotId: string): Promise<void> {
    const now = this.clock.now();
    const slot = await this.grids.bookableSlot(slotId);
    const present = await this.grids.findSlot(meeting.slotId);
    if (slot?.eventId !== meeting.eventId || slot.startsAt <= now) throw new NotFoundError();
    if (slotId === meeting.slotId) throw new BadInputError('MEETING_SAME_SLOT', {}, ['input.slotId']);
    const begun = present !== null && present.startsAt <= now;
    if (!meeting.standing || meeting.locked || begun)
      throw new NotProposed(new MeetingStateError(meeting.state));
  }
}
