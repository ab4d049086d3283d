import { type EventDelivery, type RelayHandler, Transactions } from '@app/database';
import type { Notice } from './notice.js';
import { Notifier } from './notifier.js';

/** Turns domain events into notices. Deliveries that come again tell nobody again, since the event is the reason. */
export abstract class NoticeConsumer implements RelayHandler {
  abstract readonly consumer: string;
  readonly batch = 50;

  constructor(
    private readonly transactions: Transactions,
    private readonly notifier: Notifier,
  ) {}

  /** Handles each delivery in a transaction of its own; one that fails does not hold up the others. */
  async handle(deliveries: readonly EventDelivery[]): Promise<{ id: string; reason: string }[]> {
    const failed: { id: string; reason: string }[] = [];
    for (const delivery of deliveries) {
      try {
        await this.transactions.run(async () => {
          await this.notifier.tell(...(await this.noticesOf(delivery)));
        });
      } catch (error) {
        failed.push({ id: delivery.id, reason: String(error) });
      }
    }
    return failed;
  }

  /** Who is to be told what of an event, as things stand now. */
  protected abstract noticesOf(delivery: EventDelivery): Promise<readonly Notice[]>;
}

/** The reason of a notice that an event leads to. */
export function originOf(delivery: Pick<EventDelivery, 'eventId'>): string {
  return `event:${delivery.eventId}`;
}
