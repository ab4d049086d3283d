import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MeetingSlot } from './meeting-grid.entity.js';
import { MeetingGridsRepository } from './meeting-grids.repository.js';
import { MeetingSidesReader } from './meeting-sides.js';
import { maySeeMeeting } from './meeting.policy.js';
import { MeetingsRepository } from './meetings.repository.js';

/** When the two of a meeting could meet instead. */
@Injectable()
export class MeetingTimes {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The slots ahead in which its two persons and a table are free and neither side said that it cannot, the first first;
   * none when it does not move any more. Throws NOT_FOUND for who may not see the meeting.
   */
  async of(viewer: Viewer, meetingId: string): Promise<MeetingSlot[]> {
    const meeting = await this.meetings.find(meetingId);
    if (!meeting || !maySeeMeeting(viewer, await this.sides.of(meeting))) throw new NotFoundError();
    if (!meeting.standing || meeting.locked) return [];
    const free = await this.meetings.commonSlots(meeting, this.clock.now());
    const slots = new Map((await this.grids.slotsByKey(free)).map((slot) => [slot.id, slot]));
    return free.flatMap((id) => slots.get(id) ?? []);
  }
}
