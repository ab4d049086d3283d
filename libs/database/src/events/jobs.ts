import { observed, reportProblem } from '@app/kernel';
import { Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Transactions } from '../transactions.js';

/** Jobs that go on when the program is asked to stop may go on for so long. */
const STOP_MS = 10_000;

/** How a job is to be carried out. */
export interface JobOptions {
  /** At most one waiting or running job of this key at a time. */
  readonly singletonKey?: string;
  readonly startAfterSeconds?: number;
}

/** A kind of background work: its queue's name and what its orders look like. */
export interface JobKind<Order extends object> {
  readonly name: string;
  /** After so many seconds without an end the job is taken for lost and tried again. */
  readonly expireSeconds: number;
  readonly retries: number;
  /** Only here to carry the type. */
  readonly order?: Order;
}

/** Declares a kind of background work. */
export function jobKind<Order extends object>(
  name: string,
  options: { expireSeconds?: number; retries?: number } = {},
): JobKind<Order> {
  return { name, expireSeconds: options.expireSeconds ?? 900, retries: options.retries ?? 5 };
}

/** Background work and timers on pg-boss: ordered inside the use case's transaction, carried out in the worker. */
@Injectable()
export class Jobs {
  private readonly known = new Map<string, Promise<void>>();
  private readonly workers = new Map<string, string>();
  private readonly log = new Logger('Jobs');
  private stopping = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly transactions: Transactions,
  ) {}

  /** Orders a job in the running transaction; gives its id, or null when its singleton key is already waiting. */
  async enqueue<Order extends object>(
    kind: JobKind<Order>,
    order: Order,
    options: JobOptions = {},
  ): Promise<string | null> {
    await this.ensureQueue(kind);
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await this.transactions.query(text, values),
      }),
    };
    return this.boss.send(kind.name, order, {
      db,
      singletonKey: options.singletonKey,
      startAfter: options.startAfterSeconds,
      expireInSeconds: kind.expireSeconds,
      retryLimit: kind.retries,
      retryBackoff: true,
    });
  }

  /**
   * Carries out jobs of a kind, one at a time and without a pause while some are waiting; a thrown error puts the job
   * back until its retries are used up.
   */
  async work<Order extends object>(
    kind: JobKind<Order>,
    handle: (order: Order) => Promise<void>,
  ): Promise<void> {
    await this.ensureQueue(kind);
    const worker = await this.boss.work<Order>(kind.name, { pollingIntervalSeconds: 1 }, async ([job]) => {
      if (!job) return;
      try {
        await this.carryOut(kind.name, () => handle(job.data));
      } finally {
        this.askAgain(kind);
      }
    });
    this.workers.set(kind.name, worker);
  }

  /** Orders a job by the clock (cron expression, Shanghai time). */
  async schedule<Order extends object>(kind: JobKind<Order>, cron: string, order: Order): Promise<void> {
    await this.ensureQueue(kind);
    await this.boss.schedule(kind.name, cron, order, { tz: 'Asia/Shanghai' });
  }

  /** Takes no more jobs and waits some seconds for the running ones; what is longer is put back and carried out again. */
  async stopJobs(): Promise<void> {
    this.stopping = true;
    await this.boss.stop({ graceful: true, wait: true, timeout: STOP_MS });
  }

  /** The next waiting job is taken at once: pg-boss by itself would ask again a second after it asked last. */
  private askAgain(kind: JobKind<object>): void {
    const worker = this.workers.get(kind.name);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  /**
   * pg-boss keeps the error of a failed job to itself. A job that fails because the connections are taken from under it
   * is no problem of anybody's.
   */
  private async carryOut(queue: string, work: () => Promise<void>): Promise<void> {
    try {
      await observed('JOB', queue, work);
    } catch (error) {
      if (this.stopping)
        this.log.log(`job ${queue} was interrupted by the stop; it will be carried out again`);
      else reportProblem(`job ${queue}`, error);
      throw error;
    }
  }

  private ensureQueue(kind: JobKind<object>): Promise<void> {
    let ready = this.known.get(kind.name);
    if (!ready) {
      ready = this.boss.createQueue(kind.name, { name: kind.name, policy: 'standard' });
      this.known.set(kind.name, ready);
      // A queue that could not be made is tried again by the next order.
      ready.catch(() => this.known.delete(kind.name));
    }
    return ready;
  }
}

/** Carries out one kind of background work in the worker. A job may be tried again, so carrying it out twice must not harm. */
export abstract class JobHandler<Order extends object = object> {
  abstract readonly kind: JobKind<Order>;

  /** Cron expression (Shanghai time) and order of a timer, where the work also comes by the clock. */
  readonly timer?: { readonly cron: string; readonly order: Order };

  abstract handle(order: Order): Promise<void>;

  /** Starts taking jobs of this kind. */
  async start(jobs: Jobs): Promise<void> {
    await jobs.work(this.kind, (order) => this.handle(order));
    if (this.timer) await jobs.schedule(this.kind, this.timer.cron, this.timer.order);
  }
}
