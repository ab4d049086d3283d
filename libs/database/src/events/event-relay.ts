import { observed } from '@app/kernel';
import { Client } from 'pg';
import { EVENT_CHANNEL } from './domain-events.js';
import { EventDeliveries, type EventDelivery } from './event-deliveries.js';

/** What a relay tells its consumer's handler, and what it must give back. */
export interface RelayHandler {
  readonly consumer: string;
  /** How many deliveries at a time. */
  readonly batch: number;
  /** Handles a batch; throws when the whole batch failed. Deliveries whose ids it returns with a reason failed alone. */
  handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]>;
}

const LEASE_SECONDS = 60;

/** Carries the deliveries of one consumer to its handler, batch after batch, until none is due. */
export class EventRelay {
  constructor(
    private readonly deliveries: EventDeliveries,
    private readonly handler: RelayHandler,
  ) {}

  /** Handles one batch; gives how many deliveries were claimed. A failing batch is bisected down to the bad ones. */
  async drainOnce(): Promise<number> {
    const claimed = await this.deliveries.claim(this.handler.consumer, this.handler.batch, LEASE_SECONDS);
    if (claimed.length > 0) await this.deliver(claimed);
    return claimed.length;
  }

  private async deliver(batch: readonly EventDelivery[]): Promise<void> {
    try {
      const failed = await observed('DELIVERY', this.handler.consumer, () => this.handler.handle(batch));
      const bad = new Set(failed.map((f) => f.id));
      for (const { id, reason } of failed) await this.deliveries.fail([id], reason);
      await this.deliveries.finish(batch.filter((d) => !bad.has(d.id)).map((d) => d.id));
    } catch (error) {
      if (batch.length === 1) {
        await this.deliveries.fail([batch[0]!.id], String(error));
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.deliver(batch.slice(0, middle));
      await this.deliver(batch.slice(middle));
    }
  }
}

const POLL_MS = 1000;

/** Keeps relays running in the worker: woken by NOTIFY, and by a poll once a second should a notice be lost. */
export class RelayRunner {
  private listener: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private awake = false;
  private running: Promise<void> = Promise.resolve();
  private movedAt = performance.now();

  constructor(
    private readonly relays: readonly EventRelay[],
    private readonly connectionString: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts listening and polling. */
  async start(): Promise<void> {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    await this.listen();
    this.wake();
  }

  /** Seconds since the relays last got on, be it only to see that nothing is due. */
  get stillSeconds(): number {
    return (performance.now() - this.movedAt) / 1000;
  }

  /** Finishes the batch at hand and stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString });
    client.on('notification', () => this.wake());
    client.on('error', (error) => {
      this.listener = undefined;
      this.onError(error);
    });
    await client.connect();
    await client.query(`listen ${EVENT_CHANNEL}`);
    this.listener = client;
  }

  private wake(): void {
    if (this.awake || this.stopped) return;
    this.awake = true;
    this.running = this.drain().finally(() => (this.awake = false));
  }

  private async drain(): Promise<void> {
    try {
      if (!this.listener) await this.listen();
      for (const relay of this.relays)
        while (!this.stopped && (await relay.drainOnce()) > 0) this.movedAt = performance.now();
      this.movedAt = performance.now();
    } catch (error) {
      this.onError(error);
    }
  }
}
