import { Injectable } from '@nestjs/common';
import { Transactions } from '../transactions.js';
import type { DomainEvent } from './domain-event.js';
import { consumersOf } from './event-consumers.js';

/** NOTIFY channel that wakes the relays. */
export const EVENT_CHANNEL = 'domain_event';

/**
 * Records domain events in the use case's own transaction, with one delivery per consumer: a rolled-back change was
 * never told, a committed one is told to each consumer at least once.
 */
@Injectable()
export class DomainEvents {
  constructor(private readonly transactions: Transactions) {}

  /** Records events; must be called inside {@link Transactions.run}. */
  async record(...events: readonly DomainEvent[]): Promise<void> {
    if (!this.transactions.open)
      throw new Error('a domain event outside of a transaction would lie when it rolls back');
    if (events.length === 0) return;
    const deliveries = events.map((event) => consumersOf(event.type));
    await this.transactions.query(
      `with event as (
         insert into domain_event (type, aggregate_type, aggregate_id, ids)
         select e.type, e.aggregate_type, e.aggregate_id, e.ids
           from jsonb_to_recordset($1::jsonb) as e(type text, aggregate_type text, aggregate_id uuid, ids jsonb)
         returning id, type, aggregate_type, aggregate_id)
       insert into event_delivery (event_id, consumer, aggregate_type, aggregate_id)
       select event.id, wanted.consumer, event.aggregate_type, event.aggregate_id
         from event join jsonb_to_recordset($2::jsonb) as wanted(type text, consumer text) using (type)`,
      [
        JSON.stringify(
          events.map((e) => ({
            type: e.type,
            aggregate_type: e.aggregateType,
            aggregate_id: e.aggregateId,
            ids: e.ids ?? {},
          })),
        ),
        JSON.stringify(distinctWants(events, deliveries)),
      ],
    );
    await this.transactions.query(`select pg_notify($1, '')`, [EVENT_CHANNEL]);
  }
}

function distinctWants(
  events: readonly DomainEvent[],
  deliveries: readonly string[][],
): { type: string; consumer: string }[] {
  const wants = new Map<string, { type: string; consumer: string }>();
  events.forEach((event, i) => {
    for (const consumer of deliveries[i] ?? [])
      wants.set(`${event.type}\0${consumer}`, { type: event.type, consumer });
  });
  return [...wants.values()];
}
