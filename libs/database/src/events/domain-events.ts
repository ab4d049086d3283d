import { Injectable } from '@nestjs/common';
import { Transactions } from '../transactions.js';

/**
 * Something that happened to a thing of the trade, told to the other parts of the platform. It carries ids only: a
 * consumer reads the current state for itself.
 */
export interface DomainEvent {
  /** What happened: `ProcurementNeedPublished`. */
  readonly type: string;
  /** The kind of thing: `ProcurementNeed`. */
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Further ids, never texts or personal data. */
  readonly ids?: Readonly<Record<string, string>>;
}

/** A consumer of domain events: which events it wants, how many at a time, and what it does with them. */
export interface EventConsumer {
  /** Name of its deliveries; never changed, since open deliveries carry it. */
  readonly name: string;
  /** Event types it is told of; `*` for all. */
  readonly types: readonly string[] | '*';
}

/** Which consumers exist, by name; every process that records events must know them all. */
const consumers = new Map<string, EventConsumer>();

/** Declares a consumer: from now on each matching event gets a delivery of its own for it. */
export function declareEventConsumer(consumer: EventConsumer): EventConsumer {
  consumers.set(consumer.name, consumer);
  return consumer;
}

/** The names of all consumers that this process knows. */
export function eventConsumerNames(): string[] {
  return [...consumers.keys()];
}

/** The names of the consumers that want an event type. */
export function consumersOf(type: string): string[] {
  return [...consumers.values()].filter((c) => c.types === '*' || c.types.includes(type)).map((c) => c.name);
}

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
