import { Injectable } from '@nestjs/common';
import { Transactions } from '../transactions.js';

/** One event on its way to one consumer. */
export interface EventDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly attempts: number;
}

/** A delivery that failed too often. */
export interface DeadLetter {
  readonly id: string;
  readonly type: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly reason: string | null;
  readonly deadAt: Date;
}

/** After so many failed attempts a delivery is put aside as a dead letter for staff to see. */
export const MAX_ATTEMPTS = 8;

/**
 * The deliveries of the events: claimed by lease, so that those of a killed worker come back by themselves, and
 * finished one consumer at a time.
 */
@Injectable()
export class EventDeliveries {
  constructor(private readonly transactions: Transactions) {}

  /** Claims up to `limit` due deliveries of a consumer for `leaseSeconds`, oldest first; others skip them meanwhile. */
  claim(consumer: string, limit: number, leaseSeconds: number): Promise<EventDelivery[]> {
    return this.transactions.query<EventDelivery>(
      `with due as (
         select id from event_delivery
          where consumer = $1 and dead_at is null and due_at <= now()
          order by id limit $2 for update skip locked),
       claimed as (
         update event_delivery d set due_at = now() + make_interval(secs => $3), attempts = attempts + 1
           from due where d.id = due.id
         returning d.id, d.event_id, d.attempts)
       select c.id, c.event_id as "eventId", e.type, e.aggregate_type as "aggregateType",
              e.aggregate_id as "aggregateId", e.ids, c.attempts
         from claimed c join domain_event e on e.id = c.event_id order by c.id`,
      [consumer, limit, leaseSeconds],
    );
  }

  /** Marks deliveries done: they vanish. */
  async finish(ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.transactions.query('delete from event_delivery where id = any($1::bigint[])', [ids]);
  }

  /** Puts failed deliveries back with a growing pause, or aside as dead letters after {@link MAX_ATTEMPTS}. */
  async fail(ids: readonly string[], reason: string): Promise<void> {
    await this.transactions.query(
      `update event_delivery
          set last_error = left($2, 2000),
              dead_at = case when attempts >= $3 then now() end,
              due_at = now() + make_interval(secs => least(300, power(2, attempts)))
        where id = any($1::bigint[])`,
      [ids, reason, MAX_ATTEMPTS],
    );
  }

  /** Deliveries of a consumer that were put aside, the latest first. */
  deadLetters(consumer: string, limit: number): Promise<DeadLetter[]> {
    return this.transactions.query<DeadLetter>(
      `select d.id, e.type, e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId",
              d.last_error as reason, d.dead_at as "deadAt"
         from event_delivery d join domain_event e on e.id = d.event_id
        where d.consumer = $1 and d.dead_at is not null order by d.dead_at desc, d.id limit $2`,
      [consumer, limit],
    );
  }

  /** Gives dead letters of a consumer another round of attempts; tells how many. */
  async revive(consumer: string, ids: readonly string[]): Promise<number> {
    const revived = await this.transactions.query(
      `with revived as (
         update event_delivery set dead_at = null, attempts = 0, due_at = now()
          where consumer = $1 and id = any($2::bigint[]) and dead_at is not null returning id)
       select id from revived`,
      [consumer, ids],
    );
    return revived.length;
  }

  /** How many deliveries of a consumer wait, and how many are dead. */
  async backlog(consumer: string): Promise<{ waiting: number; dead: number }> {
    const [row] = await this.transactions.query<{ waiting: number; dead: number }>(
      `select count(*) filter (where dead_at is null)::int as waiting, count(dead_at)::int as dead
         from event_delivery where consumer = $1`,
      [consumer],
    );
    return row ?? { waiting: 0, dead: 0 };
  }
}
