import type { Viewer } from '@app/identity';
import { ForbiddenError, NotFoundError } from '@app/kernel';
import { MatchmakingEventsReader, mayReadDesk } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingSidesReader } from '../booking/meeting-sides.js';
import { maySeeMeeting } from '../booking/meeting.policy.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { checkSchedule } from '@app/meeting-scheduler';
import { EventFactsReader } from '../scheduling/event-facts.reader.js';
import type { EventFacts } from '../scheduling/event-problem.js';
import { planProblem } from './plan-problem.js';
import { type MeetingMoveType, MoveRule } from './publishing.type.js';

/** Says for each slot which rules a meeting would break there, by the very rules that schedules are checked with. */
@Injectable()
export class MeetingMoves {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly sides: MeetingSidesReader,
    private readonly events: MatchmakingEventsReader,
    private readonly facts: EventFactsReader,
  ) {}

  /** All slots of the meeting's event, in the order of time; throws FORBIDDEN for its two sides, NOT_FOUND for others. */
  async of(viewer: Viewer, meetingId: string): Promise<MeetingMoveType[]> {
    const meeting = await this.meetings.find(meetingId);
    const event = meeting && (await this.events.findEvent(meeting.eventId));
    if (!meeting || !event || !maySeeMeeting(viewer, await this.sides.of(meeting))) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return movesOf(meeting, await this.facts.of(event.id));
  }
}

/** The moves of one meeting within the plan of its event: what is published and what is provisional together. */
export function movesOf(meeting: Meeting, facts: EventFacts): MeetingMoveType[] {
  const { problem, schedule, plan } = planProblem(facts, meeting);
  const own = plan.findIndex(({ id }) => id === meeting.id);
  return facts.slots.map((slot, at) => {
    const moved = schedule.map((where, request) => (request === own ? at : where));
    const breaches = own < 0 ? [] : checkSchedule(problem, moved).breaches;
    const rules = breaches.flatMap(({ rule, requests }) =>
      requests.includes(own) && rule in MoveRule ? [MoveRule[rule as keyof typeof MoveRule]] : [],
    );
    const over = slot.startsAt <= facts.now ? [MoveRule.SLOT_OVER] : [];
    return { slot, breaches: [...new Set([...rules, ...over])].map((rule) => ({ rule })) };
  });
}
