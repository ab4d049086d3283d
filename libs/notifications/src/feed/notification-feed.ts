import { DATABASE_URL, Transactions } from '@app/database';
import { reportProblem } from '@app/kernel';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { ValueQueue } from './value-queue.js';

/** NOTIFY channel; a notice is `<user id> <notification id>`. */
const CHANNEL = 'notification';

/** How long after a lost connection the next is tried, in milliseconds. */
const AGAIN_MS = 1000;

/**
 * Carries the ids of new notifications from the transaction that ordered them to the processes where their receivers
 * listen. Ids only: whoever is told reads the notification anew and asks the policy. What comes while the connection is
 * lost is not repeated; it stands in the list.
 */
@Injectable()
export class NotificationFeed implements OnApplicationShutdown {
  private readonly readers = new Map<string, Set<ValueQueue<string>>>();
  private listening: Promise<void> | undefined;
  private client: Client | undefined;
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    @Inject(DATABASE_URL) private readonly url: string,
  ) {}

  /** Announces notifications; their receivers hear of them when the running transaction commits, never otherwise. */
  async announce(notifications: readonly { id: string; userId: string }[]): Promise<void> {
    if (notifications.length === 0) return;
    await this.transactions.query('select pg_notify($1, notice) from unnest($2::text[]) as notice', [
      CHANNEL,
      notifications.map(({ id, userId }) => `${userId} ${id}`),
    ]);
  }

  /** The ids of a person's new notifications from now on. */
  async of(userId: string): Promise<AsyncIterableIterator<string>> {
    await (this.listening ??= this.listen());
    const readers = this.readers.get(userId) ?? new Set<ValueQueue<string>>();
    const queue: ValueQueue<string> = new ValueQueue(() => {
      readers.delete(queue);
      if (readers.size === 0) this.readers.delete(userId);
    });
    this.readers.set(userId, readers.add(queue));
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const queue of [...this.readers.values()].flatMap((readers) => [...readers])) await queue.return();
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'lianqiao-feed' });
    client.on('notification', ({ payload }) => this.hand(payload ?? ''));
    client.on('error', (error) => this.lose(client, error));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      this.listening = undefined;
      throw error;
    }
    this.client = client;
  }

  private hand(notice: string): void {
    const [userId = '', id] = notice.split(' ');
    if (id) for (const queue of this.readers.get(userId) ?? []) queue.push(id);
  }

  /** The connection is gone: as long as somebody listens, another one is tried until it holds. */
  private lose(client: Client, error: unknown): void {
    if (this.stopped || client !== this.client) return;
    this.client = undefined;
    this.listening = undefined;
    reportProblem('notifications', error);
    const again = () => {
      if (this.stopped || this.listening || this.readers.size === 0) return;
      this.listening = this.listen();
      this.listening.catch(() => setTimeout(again, AGAIN_MS).unref());
    };
    setTimeout(again, AGAIN_MS).unref();
  }
}
