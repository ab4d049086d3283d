import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions } from '../transactions.js';
import { eventConsumerNames } from './domain-events.js';

/** Connections of this process to the database. */
export interface PoolUsage {
  readonly total: number;
  readonly idle: number;
  /** Pieces of work that wait for a connection. */
  readonly waiting: number;
}

/** What still lies before one consumer of domain events. */
export interface DeliveryLag {
  readonly consumer: string;
  readonly waiting: number;
  /** Put aside after too many failures. */
  readonly dead: number;
  /** Age in seconds of the oldest event that waits; 0 when none does. */
  readonly oldestSeconds: number;
}

/** How many jobs of one queue are in one state. */
export interface JobCount {
  readonly queue: string;
  /** As pg-boss names it: created, retry, active, completed, cancelled, failed. */
  readonly state: string;
  readonly jobs: number;
  /** Age in seconds of the oldest that could begin and has not; 0 where there is none. */
  readonly overdueSeconds: number;
}

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** How the database and what is queued in it fare, for the monitor. */
@Injectable()
export class DatabaseFacts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The connections of this process, without asking the server. */
  pool(): PoolUsage {
    const { master } = this.dataSource.driver as unknown as { master: PoolCounts };
    return { total: master.totalCount, idle: master.idleCount, waiting: master.waitingCount };
  }

  /** Throws when the database does not answer. */
  async ping(): Promise<void> {
    await this.transactions.query('select 1');
  }

  /** What lies before each consumer, those without anything too. */
  async deliveries(): Promise<DeliveryLag[]> {
    const rows = await this.transactions.query<DeliveryLag>(
      `select lag.consumer, lag.waiting, lag.dead,
              coalesce(extract(epoch from now() - event.occurred_at), 0)::float8 as "oldestSeconds"
         from (select consumer,
                      count(*) filter (where dead_at is null)::int as waiting,
                      count(dead_at)::int as dead,
                      min(event_id) filter (where dead_at is null) as first
                 from event_delivery group by consumer) as lag
         left join domain_event as event on event.id = lag.first`,
    );
    const known = new Set(rows.map(({ consumer }) => consumer));
    const idle = eventConsumerNames().filter((consumer) => !known.has(consumer));
    return [...rows, ...idle.map((consumer) => ({ consumer, waiting: 0, dead: 0, oldestSeconds: 0 }))];
  }

  /** The jobs of every queue by state, states without a job too. */
  jobs(): Promise<JobCount[]> {
    return this.transactions.query<JobCount>(
      `select queue.name as queue, state.name as state, count(job.id)::int as jobs,
              coalesce(extract(epoch from now() - min(job.start_after)
                filter (where job.state < 'active' and job.start_after <= now())), 0)::float8 as "overdueSeconds"
         from pgboss.queue
         cross join unnest(enum_range(null::pgboss.job_state)) as state(name)
         left join pgboss.job on job.name = queue.name and job.state = state.name
        where not starts_with(queue.name, '__pgboss__')
        group by queue.name, state.name`,
    );
  }
}
