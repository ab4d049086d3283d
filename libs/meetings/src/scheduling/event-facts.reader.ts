import { Clock } from '@app/kernel';
import { EventMatches } from '@app/matching';
import {
  EventRegistrationsReader,
  EventRepresentativesReader,
  ParticipantRole,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { MeetingWishesRepository } from '../wishes/meeting-wishes.repository.js';
import { type EventFacts, type WishedMeeting, wishedMeetings, withMatches } from './event-problem.js';

/** Reads the stored data of an event from which its meetings are scheduled. */
@Injectable()
export class EventFactsReader {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly people: EventRepresentativesReader,
    private readonly grids: MeetingGridsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly matches: EventMatches,
    private readonly clock: Clock,
  ) {}

  /** The facts of an event, in a fixed number of statements. */
  async readFacts(eventId: string): Promise<EventFacts> {
    const confirmed = await this.registrations.findConfirmedRegistrations(eventId);
    const registrations = confirmed.filter(({ role }) => role !== ParticipantRole.VISITOR);
    const ids = registrations.map(({ id }) => id);
    return {
      now: this.clock.now(),
      registrations,
      people: await this.people.findRepresentatives(ids),
      slots: await this.grids.findSlots([eventId]),
      tables: await this.grids.findTables([eventId]),
      terms: await this.wishes.findEventTerms(eventId),
      wishes: await this.wishes.findWishesFrom(ids),
      absences: await this.wishes.findAbsences(ids),
      meetings: await this.meetings.findUncancelledMeetings(eventId),
    };
  }

  /** The pairs that can be scheduled, with the worth of their wishes and matches. */
  async readWishedMeetings(facts: EventFacts): Promise<WishedMeeting[]> {
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
