import type { JobKind, Jobs } from './jobs.js';

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
