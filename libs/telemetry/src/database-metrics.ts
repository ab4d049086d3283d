import { DatabaseFacts, type DeliveryLag, type JobCount } from '@app/database';
import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { PlatformMetrics } from './platform-metrics.js';

/** A scrape answers in time even when the database does not. */
const PATIENCE_MS = 2000;
/** Null: the database did not answer. */
type Reading = Promise<{ deliveries: readonly DeliveryLag[]; jobs: readonly JobCount[] } | null>;

/**
 * The database as the monitor sees it: connections of this process, and what is queued for all processes. Without an
 * answer the queues are left out rather than said to be empty.
 */
@Injectable()
export class DatabaseMetrics {
  /** The gauges of one scrape, and scrapes at the same time, share what is being read. */
  private reading: Reading | undefined;

  constructor(
    private readonly facts: DatabaseFacts,
    private readonly metrics: PlatformMetrics,
  ) {
    this.watchPool();
    this.watchServer();
    this.watchDeliveries();
    this.watchJobs();
  }

  private watchPool(): void {
    const { facts } = this;
    new Gauge({
      name: 'lianqiao_database_connections',
      help: 'Connections of this process to the database: total, idle, and work waiting for one.',
      labelNames: ['state'],
      registers: [this.metrics.registry],
      collect() {
        for (const [state, count] of Object.entries(facts.pool())) this.set({ state }, count);
      },
    });
  }

  private watchServer(): void {
    const read = () => this.read();
    new Gauge({
      name: 'lianqiao_database_up',
      help: '1 when the database answered this scrape within two seconds, otherwise 0.',
      registers: [this.metrics.registry],
      async collect() {
        this.set((await read()) ? 1 : 0);
      },
    });
  }

  private watchDeliveries(): void {
    const read = () => this.read();
    new Gauge({
      name: 'lianqiao_event_oldest_seconds',
      help: 'Age of the oldest domain event that waits for a consumer; the same in every process.',
      labelNames: ['consumer'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        const deliveries = (await read())?.deliveries ?? [];
        for (const { consumer, oldestSeconds } of deliveries) this.set({ consumer }, oldestSeconds);
      },
    });
    new Gauge({
      name: 'lianqiao_event_deliveries',
      help: 'Deliveries of domain events by consumer, waiting or dead; the same in every process.',
      labelNames: ['consumer', 'state'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        for (const { consumer, waiting, dead } of (await read())?.deliveries ?? []) {
          this.set({ consumer, state: 'waiting' }, waiting);
          this.set({ consumer, state: 'dead' }, dead);
        }
      },
    });
  }

  private watchJobs(): void {
    const read = () => this.read();
    new Gauge({
      name: 'lianqiao_jobs',
      help: 'Jobs by queue and state; the same in every process.',
      labelNames: ['queue', 'state'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        for (const { queue, state, jobs } of (await read())?.jobs ?? []) this.set({ queue, state }, jobs);
      },
    });
    new Gauge({
      name: 'lianqiao_job_overdue_seconds',
      help: 'Age of the oldest job that could have begun and has not, by queue; the same in every process.',
      labelNames: ['queue'],
      registers: [this.metrics.registry],
      async collect() {
        this.reset();
        const worst = new Map<string, number>();
        for (const { queue, overdueSeconds } of (await read())?.jobs ?? [])
          worst.set(queue, Math.max(worst.get(queue) ?? 0, overdueSeconds));
        for (const [queue, seconds] of worst) this.set({ queue }, seconds);
      },
    });
  }

  private read(): Reading {
    this.reading ??= this.ask().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async ask(): Reading {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    const answer = Promise.all([this.facts.deliveries(), this.facts.jobs()]).then(
      ([deliveries, jobs]) => ({ deliveries, jobs }),
      () => null,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
