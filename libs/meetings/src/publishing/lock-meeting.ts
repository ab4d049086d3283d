import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.js';
import { MeetingStateError } from '../booking/meeting.errors.js';
import { allowArrangingMeetings } from '../booking/meeting.policy.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { SetMeetingLockPayload, type SetMeetingLockResult } from './publishing.results.js';

/** A meeting that is to stay, or not; the caller acts for `organizationId`. */
export interface MeetingLock {
  readonly id: string;
  readonly organizationId: string;
  readonly locked: boolean;
}

/** Those who organize an event say which meetings stay where they are, whatever the scheduler does. */
@Injectable()
export class LockMeeting {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly clock: Clock,
  ) {}

  /** Locks or unlocks it. Twice the same is once. */
  set(viewer: Viewer, { id, organizationId, locked }: MeetingLock): Promise<SetMeetingLockResult> {
    return this.transactions.run(async () => {
      const [meeting] = await this.meetings.lock([id]);
      if (!meeting) throw new NotFoundError();
      allowArrangingMeetings(viewer, await this.sides.of(meeting), organizationId);
      if (!meeting.standing) return new MeetingStateError(meeting.state);
      if (meeting.locked !== locked) {
        meeting.lock(locked, this.clock.now());
        await this.meetings.save(meeting);
      }
      return new SetMeetingLockPayload(meeting);
    });
  }
}
