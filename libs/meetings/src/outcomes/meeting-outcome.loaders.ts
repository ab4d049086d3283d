import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MeetingFeedback, MeetingOutcome } from './meeting-outcome.entity.js';
import { type MeetingNumbers, MeetingOutcomesRepository } from './meeting-outcomes.repository.js';

/** What came of meetings. */
@Injectable()
export class MeetingOutcomesLoader extends BatchListLoader<MeetingOutcome> {
  constructor(private readonly outcomes: MeetingOutcomesRepository) {
    super();
  }

  protected fetch(meetingIds: readonly string[]): Promise<MeetingOutcome[]> {
    return this.outcomes.outcomesOf(meetingIds);
  }

  protected keyOf({ meetingId }: MeetingOutcome): string {
    return meetingId;
  }
}

/** What was said of meetings. Whoever shows it asks who is looking. */
@Injectable()
export class MeetingFeedbackLoader extends BatchListLoader<MeetingFeedback> {
  constructor(private readonly outcomes: MeetingOutcomesRepository) {
    super();
  }

  protected fetch(meetingIds: readonly string[]): Promise<MeetingFeedback[]> {
    return this.outcomes.feedbackOf(meetingIds);
  }

  protected keyOf({ meetingId }: MeetingFeedback): string {
    return meetingId;
  }
}

/** What events' meetings came to, in numbers. */
@Injectable()
export class MeetingNumbersLoader extends BatchLoader<MeetingNumbers> {
  constructor(private readonly outcomes: MeetingOutcomesRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingNumbers[]> {
    return this.outcomes.numbersOf(eventIds);
  }

  protected keyOf({ eventId }: MeetingNumbers): string {
    return eventId;
  }
}
