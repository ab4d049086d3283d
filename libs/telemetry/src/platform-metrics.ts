import { onProblem, onWork } from '@app/kernel';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Seconds, from a look into memory to a statement that is about to be given up. */
export const DURATION_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds, for work that nobody waits for. */
const LONG_BUCKETS = [0.01, 0.1, 0.5, 1, 5, 30, 60, 300, 900];

/** The measurements of this process, in the form that Prometheus reads. */
@Injectable()
export class PlatformMetrics implements OnApplicationShutdown {
  readonly registry = new Registry();

  private readonly search = new Histogram({
    name: 'lianqiao_search_engine_seconds',
    help: 'Calls of the search engine by method (emergency: the lists that stand in for it) and outcome.',
    labelNames: ['method', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers: [this.registry],
  });
  private readonly degraded = new Counter({
    name: 'lianqiao_search_degraded_total',
    help: 'Searches that were answered by less than the engine at its best.',
    labelNames: ['method'],
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'lianqiao_job_seconds',
    help: 'Jobs carried out by this process, by queue and outcome.',
    labelNames: ['queue', 'outcome'],
    buckets: LONG_BUCKETS,
    registers: [this.registry],
  });
  private readonly deliveries = new Histogram({
    name: 'lianqiao_event_batch_seconds',
    help: 'Batches of domain events that this process carried to their consumer, by consumer and outcome.',
    labelNames: ['consumer', 'outcome'],
    buckets: LONG_BUCKETS,
    registers: [this.registry],
  });
  private readonly problems = new Counter({
    name: 'lianqiao_problems_total',
    help: 'Problems outside of requests, by the part of the platform that reported them.',
    labelNames: ['area'],
    registers: [this.registry],
  });
  private readonly stopHearing = [
    onProblem(({ area }) => this.problems.inc({ area })),
    onWork(({ area, name, seconds, outcome, degraded }) => {
      if (area === 'SEARCH') {
        this.search.observe({ method: name, outcome }, seconds);
        if (degraded) this.degraded.inc({ method: name });
      } else if (area === 'JOB') this.jobs.observe({ queue: name, outcome }, seconds);
      else if (area === 'DELIVERY') this.deliveries.observe({ consumer: name, outcome }, seconds);
    }),
  ];

  /** Memory, processor time, garbage collection and lag of the event loop: watched only where somebody asks for them. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  onApplicationShutdown(): void {
    this.stopHearing.forEach((stop) => stop());
  }
}
