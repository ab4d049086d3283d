import { Client } from 'pg';
import { EVENT_CHANNEL } from './domain-events.js';
import type { EventRelay } from './event-relay.js';

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
