import { observed } from '@app/kernel';
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
