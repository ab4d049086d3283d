import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

/** A meeting by key. */
@Injectable()
export class MeetingLoader extends BatchLoader<Meeting> {
  constructor(private readonly meetings: MeetingsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<Meeting[]> {
    return this.meetings.findMeetings(ids);
  }

  protected keyOf({ id }: Meeting): string {
    return id;
  }
}
