import { ChannelFeed, DATABASE_URL, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BatchListLoader, NotFoundError } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { mayReadDesk } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { ParticipantRole } from '../registration/registration.enums.js';

/** The numbers of a role at an event. */
export interface RoleNumbers {
  readonly eventId: string;
  readonly role: ParticipantRole;
  readonly requested: number;
  readonly waiting: number;
  readonly confirmed: number;
  readonly walkIns: number;
  readonly present: number;
  readonly representatives: number;
  readonly checkedIn: number;
}

/** Listens for changed event counters, which the database pushes (LISTEN/NOTIFY). */
@Injectable()
export class EventNumbersFeed extends ChannelFeed {
  protected readonly channel = 'event_numbers';

  constructor(transactions: Transactions, @Inject(DATABASE_URL) url: string) {
    super(transactions, url);
  }
}

/** Counts registrations and attendance, and lets organizers watch the numbers of their events. */
@Injectable()
export class EventNumbersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: MatchmakingEventsRepository,
    private readonly feed: EventNumbersFeed,
  ) {}

  /** The numbers of events by role, in one statement. */
  countByRole(eventIds: readonly string[]): Promise<RoleNumbers[]> {
    return this.transactions.query(
      `with person as (
         select p.registration_id, count(*)::int as people, count(c.representative_id)::int as came
           from event_representative p
           left join (select distinct representative_id from event_check_in where event_id = any($1)) c
             on c.representative_id = p.id
          where p.event_id = any($1) group by p.registration_id)
       select r.event_id as "eventId", r.role,
              count(*) filter (where r.state = 'REQUESTED')::int as requested,
              count(*) filter (where r.state in ('WAITLISTED', 'OFFERED'))::int as waiting,
              count(*) filter (where r.state = 'CONFIRMED')::int as confirmed,
              count(*) filter (where r.state = 'CONFIRMED' and r.walk_in)::int as "walkIns",
              count(*) filter (where r.state = 'CONFIRMED' and person.came > 0)::int as present,
              coalesce(sum(person.people) filter (where r.state = 'CONFIRMED'), 0)::int as representatives,
              coalesce(sum(person.came) filter (where r.state = 'CONFIRMED'), 0)::int as "checkedIn"
         from event_registration r left join person on person.registration_id = r.id
        where r.event_id = any($1) group by 1, 2 order by 1, 2`,
      [eventIds],
    );
  }

  /** The event while the viewer may see its numbers, null otherwise. */
  async findWatchedEvent(viewer: Viewer, eventId: string): Promise<MatchmakingEvent | null> {
    const event = await this.events.findEvent(eventId);
    return event && mayReadDesk(viewer, event) ? event : null;
  }

  /** Emits the id once and after each change of the numbers; throws NOT_FOUND for viewers who may not see them. */
  async watchNumbers(viewer: Viewer, eventId: string): Promise<AsyncIterableIterator<string>> {
    if (!(await this.findWatchedEvent(viewer, eventId))) throw new NotFoundError();
    return this.feed.of(eventId, eventId);
  }
}

/** The numbers of events, many events in one statement. */
@Injectable()
export class EventNumbersLoader extends BatchListLoader<RoleNumbers> {
  constructor(private readonly numbers: EventNumbersService) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<RoleNumbers[]> {
    return this.numbers.countByRole(eventIds);
  }

  protected keyOf({ eventId }: RoleNumbers): string {
    return eventId;
  }
}
