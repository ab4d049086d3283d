import { Clock } from '@app/kernel';
import { EventMatches } from '@app/matching';
import {
  EventRegistrationsReader,
  EventRepresentativesReader,
  ParticipantRole,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import type { EventFacts } from './event-problem.js';
import { MeetingPlanReader } from './meeting-plan.reader.js';
import { type WishedMeeting, wishedMeetings, withMatches } from './wished-meetings.js';

/** Reads what is stored of an event into what is scheduled from. */
@Injectable()
export class EventFactsReader {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly people: EventRepresentativesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly plans: MeetingPlanReader,
    private readonly matches: EventMatches,
    private readonly clock: Clock,
  ) {}

  /** The facts of an event, in a fixed number of statements. */
  async of(eventId: string): Promise<EventFacts> {
    const confirmed = await this.registrations.findConfirmedRegistrations(eventId);
    const registrations = confirmed.filter(({ role }) => role !== ParticipantRole.VISITOR);
    const ids = registrations.map(({ id }) => id);
    return {
      now: this.clock.now(),
      registrations,
      people: await this.people.findRepresentatives(ids),
      slots: await this.grids.slotsOf([eventId]),
      tables: await this.grids.tablesOf([eventId]),
      ...(await this.plans.of(eventId, ids)),
    };
  }

  /** The pairs that can be scheduled, with what wishes and matches make them worth. */
  async wished(facts: EventFacts): Promise<WishedMeeting[]> {
    const wished = wishedMeetings(facts);
    const known = wished.flatMap(({ buyer, supplier, level }, i) =>
      buyer.organizationId && supplier.organizationId && level !== 'NO'
        ? [{ i, buyerId: buyer.organizationId, supplierId: supplier.organizationId }]
        : [],
    );
    const found = await this.matches.scores(known);
    const scores = wished.map(() => 0);
    known.forEach(({ i }, at) => (scores[i] = found[at] ?? 0));
    return withMatches(wished, scores);
  }
}
