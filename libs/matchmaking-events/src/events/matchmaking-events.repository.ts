import { findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { MatchmakingEvent } from './matchmaking-event.entity.js';
import { type EventKind, EventState } from './matchmaking-event.enums.js';

/** What the public calendar is narrowed to. */
export interface EventFilter {
  readonly kinds?: readonly EventKind[] | null;
  /** GB/T 2260, short; everything inside belongs to it. */
  readonly regionCode?: string | null;
  /** GB/T 4754 with the section letter; narrower industries belong to it. */
  readonly industryCode?: string | null;
  /** Events that end after. */
  readonly from?: Date | null;
  /** Events that start before. */
  readonly to?: Date | null;
  readonly includeCancelled: boolean;
}

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Every query on the table of events. */
@Injectable()
export class MatchmakingEventsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** An event by key. */
  findEvent(id: string): Promise<MatchmakingEvent | null> {
    return this.table.findOneBy({ id });
  }

  /** Events by key, in any order. */
  findEvents(ids: readonly string[]): Promise<MatchmakingEvent[]> {
    return findByKeys(this.table, ids);
  }

  /** An event, kept from others until the transaction ends, so that its version is the latest. */
  lockEvent(id: string): Promise<MatchmakingEvent | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** An event that nobody changes until the transaction ends; others may read it so, too. */
  shareEvent(id: string): Promise<MatchmakingEvent | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  /** Adds an event. */
  async insertEvent(event: MatchmakingEvent): Promise<void> {
    await this.table.insert({ ...event });
  }

  /** Stores a changed event. */
  async saveEvent(event: MatchmakingEvent): Promise<void> {
    const { id, ...columns } = event;
    await this.table.update({ id }, columns);
  }

  /** A page of the announced events that fit, the earliest first. */
  findAnnouncedEvents(filter: EventFilter, wish: PageWish): Promise<Connection<MatchmakingEvent>> {
    const list = this.table.createQueryBuilder('event').where('event.publishedAt is not null');
    if (!filter.includeCancelled)
      list.andWhere('event.decidedState = :published', { published: EventState.PUBLISHED });
    if (filter.kinds) list.andWhere('event.kind = any(:kinds)', { kinds: filter.kinds });
    if (filter.regionCode)
      list.andWhere('starts_with(event.regionCode, :region)', { region: filter.regionCode });
    if (filter.industryCode)
      list.andWhere(
        'exists (select from unnest(event.industryCodes) code where starts_with(code, :industry))',
        {
          industry: filter.industryCode,
        },
      );
    if (filter.from) list.andWhere('event.endsAt > :from', { from: filter.from });
    if (filter.to) list.andWhere('event.startsAt < :to', { to: filter.to });
    return keysetPage(list, order('ASC'), wish);
  }

  /** A page of an organizer's events, the latest first. */
  findOrganizedEvents(
    organizationId: string,
    announcedOnly: boolean,
    wish: PageWish,
  ): Promise<Connection<MatchmakingEvent>> {
    const list = this.table
      .createQueryBuilder('event')
      .where(
        '(event.organizationId = :organizationId or event.coOrganizerIds @> array[:organizationId]::uuid[])',
        {
          organizationId,
        },
      );
    if (announcedOnly) list.andWhere('event.publishedAt is not null');
    return keysetPage(list, order('DESC'), wish);
  }

  /** The announced editions of series that are not cancelled, the earliest first. */
  findAnnouncedEditions(seriesIds: readonly string[]): Promise<MatchmakingEvent[]> {
    return this.table
      .createQueryBuilder('event')
      .where('event.seriesId = any(:seriesIds)', { seriesIds })
      .andWhere('event.decidedState = :published', { published: EventState.PUBLISHED })
      .orderBy({ 'event.startsAt': 'ASC', 'event.id': 'ASC' })
      .getMany();
  }

  /** The editions that were drafted together with one, the earliest first. */
  findEditionsDraftedWith({ copiedFromId, createdAt }: MatchmakingEvent): Promise<MatchmakingEvent[]> {
    return this.table
      .createQueryBuilder('event')
      .where('event.copiedFromId = :copiedFromId', { copiedFromId })
      .andWhere('event.createdAt = :createdAt', { createdAt })
      .orderBy({ 'event.startsAt': 'ASC', 'event.id': 'ASC' })
      .getMany();
  }

  private get table(): Repository<MatchmakingEvent> {
    return this.transactions.manager.getRepository(MatchmakingEvent);
  }
}

function order(direction: 'ASC' | 'DESC'): { property: string; direction: 'ASC' | 'DESC' }[] {
  return ['startsAt', 'id'].map((property) => ({ property, direction }));
}
