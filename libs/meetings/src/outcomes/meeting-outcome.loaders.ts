import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MeetingFeedback, MeetingOutcome, MeetingThreadEnd } from './meeting-outcome.entity.js';
import { type MeetingNumbers, MeetingOutcomesRepository } from './meeting-outcomes.repository.js';
import { type OutcomeFigures, OutcomeThreadRepository } from './outcome-thread.repository.js';

/** What came of meetings. */
@Injectable()
export class MeetingOutcomesLoader extends BatchListLoader<MeetingOutcome> {
  constructor(private readonly outcomes: MeetingOutcomesRepository) {
    super();
  }

  protected fetch(meetingIds: readonly string[]): Promise<MeetingOutcome[]> {
    return this.outcomes.findOutcomes(meetingIds);
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
    return this.outcomes.findFeedback(meetingIds);
  }

  protected keyOf({ meetingId }: MeetingFeedback): string {
    return meetingId;
  }
}

/** Which sides say that nothing more will come of meetings. */
@Injectable()
export class MeetingThreadEndsLoader extends BatchListLoader<MeetingThreadEnd> {
  constructor(private readonly threads: OutcomeThreadRepository) {
    super();
  }

  protected fetch(meetingIds: readonly string[]): Promise<MeetingThreadEnd[]> {
    return this.threads.findThreadEnds(meetingIds);
  }

  protected keyOf({ meetingId }: MeetingThreadEnd): string {
    return meetingId;
  }
}

/** What outcomes came to at events, by kind. */
@Injectable()
export class OutcomeFiguresLoader extends BatchListLoader<OutcomeFigures> {
  constructor(private readonly threads: OutcomeThreadRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<OutcomeFigures[]> {
    return this.threads.sumOutcomes(eventIds);
  }

  protected keyOf({ eventId }: OutcomeFigures): string {
    return eventId;
  }
}

/** What events' meetings came to, in numbers. */
@Injectable()
export class MeetingNumbersLoader extends BatchLoader<MeetingNumbers> {
  constructor(private readonly outcomes: MeetingOutcomesRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingNumbers[]> {
    return this.outcomes.countMeetings(eventIds);
  }

  protected keyOf({ eventId }: MeetingNumbers): string {
    return eventId;
  }
}
