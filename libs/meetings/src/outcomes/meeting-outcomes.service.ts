import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, compareDecimals, defineTexts, NotFoundError } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { meetingHappened } from '../booking/meeting.events.js';
import { allowArrangingMeetings } from '../booking/meeting.policy.js';
import { MeetingStateError } from '../booking/meeting.texts.js';
import {
  ClaimMeetingOutcomePayload,
  type ClaimMeetingOutcomeResult,
  EndOutcomeThreadPayload,
  type EndOutcomeThreadResult,
  RateMeetingPayload,
  type RateMeetingResult,
  RecordMeetingAttendancePayload,
  type RecordMeetingAttendanceResult,
} from './meeting-outcome.graphql.js';
import { type ClaimedOutcome, MeetingOutcomesRepository } from './meeting-outcomes.repository.js';
import { OutcomeThreadRepository } from './outcome-thread.repository.js';

defineTexts({
  OUTCOME_AMOUNT: {
    zh: '金额须大于零，单位为元。',
    en: 'An amount is more than nothing, in CNY.',
  },
});

/** A meeting, and the organization that the caller acts for. */
interface MeetingStep {
  readonly id: string;
  readonly organizationId: string;
}

/** No outcome of one meeting is worth more, in CNY. */
const MAX_CNY = '1000000000000';

/** What is said of a meeting once its time has come. */
@Injectable()
export class MeetingOutcomesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sides: MeetingSidesReader,
    private readonly meetings: MeetingsRepository,
    private readonly outcomes: MeetingOutcomesRepository,
    private readonly threads: OutcomeThreadRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Organizers note who came. From the day of the event on it can be noted that somebody will not come, which gives the
   * seats back; that a meeting was held, only once it has begun. The last word counts.
   */
  recordAttendance(
    viewer: Viewer,
    { id, organizationId, absent }: MeetingStep & { absent: readonly ParticipantRole[] },
  ): Promise<RecordMeetingAttendanceResult> {
    return this.transactions.run(async () => {
      const { meeting, sides, begun } = await this.sides.lockMeeting(id);
      allowArrangingMeetings(viewer, sides, organizationId);
      const isDue = absent.length > 0 ? sides.event.startsAt <= this.clock.now() : begun;
      if (!meeting.attendable || !isDue) return new MeetingStateError(meeting.state);
      if (meeting.attend(absent, this.clock.now())) {
        await this.meetings.saveMeetings(meeting);
        await this.events.record(meetingHappened('MeetingAttendanceRecorded', meeting));
      }
      return new RecordMeetingAttendancePayload(meeting);
    });
  }

  /**
   * One side claims what came of a meeting that has begun, or takes its claim back. Twice the same is once. Throws
   * OUTCOME_AMOUNT for an amount that is not more than nothing, or beyond what anybody orders at a fair.
   */
  claimOutcome(
    viewer: Viewer,
    { kind, amount, claimed, ...step }: MeetingStep & ClaimedOutcome & { claimed: boolean },
  ): Promise<ClaimMeetingOutcomeResult> {
    if (amount !== null && (compareDecimals(amount, '0') <= 0 || compareDecimals(amount, MAX_CNY) > 0))
      throw new BadInputError('OUTCOME_AMOUNT', {}, ['input.amount']);
    return this.transactions.run(async () => {
      const side = await this.ownSide(viewer, step);
      if (side instanceof MeetingStateError) return side;
      const key = { meetingId: side.meeting.id, role: side.role };
      if (claimed) await this.outcomes.claimOutcome(key, { kind, amount }, this.clock.now());
      else await this.outcomes.withdrawClaim(key, kind);
      await this.events.record(meetingHappened('MeetingOutcomeClaimed', side.meeting));
      return new ClaimMeetingOutcomePayload(side.meeting);
    });
  }

  /** One side says that nothing more will come of a meeting that has begun, or that something will after all. */
  endThread(
    viewer: Viewer,
    { ended, ...step }: MeetingStep & { ended: boolean },
  ): Promise<EndOutcomeThreadResult> {
    return this.transactions.run(async () => {
      const side = await this.ownSide(viewer, step);
      if (side instanceof MeetingStateError) return side;
      await this.threads.setThreadEnd(
        { meetingId: side.meeting.id, role: side.role },
        ended,
        this.clock.now(),
      );
      return new EndOutcomeThreadPayload(side.meeting);
    });
  }

  /** One side says how a meeting that has begun was; the last word counts. */
  rateMeeting(
    viewer: Viewer,
    { rating, comment, ...step }: MeetingStep & { rating: number; comment: string | null },
  ): Promise<RateMeetingResult> {
    return this.transactions.run(async () => {
      const side = await this.ownSide(viewer, step);
      if (side instanceof MeetingStateError) return side;
      const key = { meetingId: side.meeting.id, role: side.role };
      await this.outcomes.saveRating(key, rating, comment, this.clock.now());
      return new RateMeetingPayload(side.meeting);
    });
  }

  private async ownSide(
    viewer: Viewer,
    { id, organizationId }: MeetingStep,
  ): Promise<{ meeting: Meeting; role: ParticipantRole } | MeetingStateError> {
    const { meeting, roleOf, begun } = await this.sides.lockOwnMeeting(viewer, id, organizationId);
    const role = roleOf(organizationId);
    if (!role) throw new NotFoundError();
    return meeting.attendable && begun ? { meeting, role } : new MeetingStateError(meeting.state);
  }
}
