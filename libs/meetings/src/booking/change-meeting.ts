import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingBooking } from './meeting-booking.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { MeetingSidesReader } from './meeting-sides.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingState } from './meeting.enums.js';
import { MeetingStateError } from './meeting.errors.js';
import { allowArrangingMeetings, allowChangingMeeting } from './meeting.policy.js';
import {
  CancelMeetingPayload,
  type CancelMeetingResult,
  RescheduleMeetingPayload,
  type RescheduleMeetingResult,
  SwapMeetingsPayload,
  type SwapMeetingsResult,
} from './meeting.results.js';
import { MeetingsRepository } from './meetings.repository.js';

/** A meeting and the organization that the caller acts for. */
export interface MeetingStep {
  readonly id: string;
  readonly organizationId: string;
}

/** Moves meetings, for those who organize the event, and calls them off, for either side as well. */
@Injectable()
export class ChangeMeeting {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly booking: MeetingBooking,
  ) {}

  /** Moves it to another slot of its event, for those who organize it: the two propose times to each other. To the slot where it is, nothing happens. */
  reschedule(viewer: Viewer, step: MeetingStep & { slotId: string }): Promise<RescheduleMeetingResult> {
    return this.booking.orRefused<RescheduleMeetingResult>(() =>
      this.transactions.run(async () => {
        const meeting = await this.locked(viewer, step, allowArrangingMeetings);
        const slot = await this.grids.bookableSlot(step.slotId);
        if (slot?.eventId !== meeting.eventId) throw new NotFoundError();
        if (!meeting.standing || meeting.locked) return new MeetingStateError(meeting.state);
        if (meeting.slotId !== slot.id) await this.booking.move(meeting, slot.id);
        return new RescheduleMeetingPayload(meeting);
      }),
    );
  }

  /** Calls it off. Twice the same is once, with the first reason. */
  cancel(viewer: Viewer, step: MeetingStep & { reason: string | null }): Promise<CancelMeetingResult> {
    return this.transactions.run(async () => {
      const meeting = await this.locked(viewer, step, allowChangingMeeting);
      if (meeting.state === MeetingState.CANCELLED) return new CancelMeetingPayload(meeting);
      if (!meeting.standing) return new MeetingStateError(meeting.state);
      await this.booking.cancel(meeting, step.reason);
      return new CancelMeetingPayload(meeting);
    });
  }

  /** Lets two meetings of an event change places; for those who organize it. */
  swap(viewer: Viewer, step: MeetingStep & { otherId: string }): Promise<SwapMeetingsResult> {
    return this.booking.orRefused<SwapMeetingsResult>(() =>
      this.transactions.run(async () => {
        const locked = await this.meetings.lock([step.id, step.otherId]);
        const one = locked.find(({ id }) => id === step.id);
        const other = locked.find(({ id }) => id === step.otherId);
        if (!one || !other) throw new NotFoundError();
        for (const meeting of [one, other])
          allowArrangingMeetings(viewer, await this.sides.of(meeting), step.organizationId);
        if (one.eventId !== other.eventId) throw new NotFoundError();
        const fixed = [one, other].find((meeting) => !meeting.standing || meeting.locked);
        if (fixed) return new MeetingStateError(fixed.state);
        if (one.slotId !== other.slotId) await this.booking.swap(one, other);
        return new SwapMeetingsPayload(one, other);
      }),
    );
  }

  private async locked(
    viewer: Viewer,
    { id, organizationId }: MeetingStep,
    allow: typeof allowChangingMeeting,
  ): Promise<Meeting> {
    const [meeting] = await this.meetings.lock([id]);
    if (!meeting) throw new NotFoundError();
    allow(viewer, await this.sides.of(meeting), organizationId);
    return meeting;
  }
}
