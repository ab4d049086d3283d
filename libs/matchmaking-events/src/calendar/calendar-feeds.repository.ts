import { findByKeys, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { CalendarFeed } from './calendar-feed.entity.js';

/** Events that ended longer ago are left out of feeds. */
const KEPT = `interval '1 year'`;
/** Entries of a feed at most. */
const MOST = 500;

/** Every query for calendars. */
@Injectable()
export class CalendarFeedsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The feed of a person. */
  findFeed(userId: string): Promise<CalendarFeed | null> {
    return this.feeds.findOneBy({ userId });
  }

  /** The feed behind an address. */
  findFeedByHash(tokenHash: string): Promise<CalendarFeed | null> {
    return this.feeds.findOneBy({ tokenHash });
  }

  /** Gives a person a new address; the one of before is void. */
  async saveFeed(feed: CalendarFeed): Promise<void> {
    await this.feeds.upsert({ ...feed }, ['userId']);
  }

  async deleteFeed(userId: string): Promise<void> {
    await this.feeds.delete({ userId });
  }

  /** Announced events of an organizer, cancelled ones too. */
  findAnnouncedEvents(organizationId: string): Promise<MatchmakingEvent[]> {
    return this.events
      .createQueryBuilder('event')
      .where(
        '(event.organizationId = :organizationId or event.coOrganizerIds @> array[:organizationId]::uuid[])',
        {
          organizationId,
        },
      )
      .andWhere('event.publishedAt is not null')
      .andWhere(`event.endsAt > now() - ${KEPT}`)
      .orderBy({ 'event.startsAt': 'DESC', 'event.id': 'DESC' })
      .limit(MOST)
      .getMany();
  }

  /** Events at which a person represents somebody, with where the registrations stand and how often they changed. */
  async findRepresentedEvents(
    userId: string,
  ): Promise<{ event: MatchmakingEvent; states: string[]; version: number }[]> {
    const rows = await this.transactions.query<{ eventId: string; states: string[]; version: number }>(
      `select r.event_id as "eventId", array_agg(r.state) as states, sum(r.version)::int as version
         from event_representative p
         join event_registration r on r.id = p.registration_id
         join matchmaking_event e on e.id = r.event_id
        where p.user_id = $1 and e.ends_at > now() - ${KEPT} group by 1 order by max(e.starts_at) desc limit ${MOST}`,
      [userId],
    );
    const events = await findByKeys(
      this.events,
      rows.map(({ eventId }) => eventId),
    );
    return rows.flatMap(({ eventId, states, version }) => {
      const event = events.find(({ id }) => id === eventId);
      return event ? [{ event, states, version }] : [];
    });
  }

  private get feeds(): Repository<CalendarFeed> {
    return this.transactions.manager.getRepository(CalendarFeed);
  }

  private get events(): Repository<MatchmakingEvent> {
    return this.transactions.manager.getRepository(MatchmakingEvent);
  }
}

/** That a person has a calendar feed; the secret address itself is not kept. With the account it goes. */
@Injectable()
export class CalendarFeedsHolder extends StoredDataHolder {
  readonly section = 'calendarFeed';
  readonly columns = ['calendar_feed.user_id'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      'select created_at as "createdAt" from calendar_feed where user_id = $1',
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('delete from calendar_feed where user_id = $1', [userId]);
  }
}
