import { reportProblem } from '@app/kernel';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import type { Transactions } from '../transactions.js';

/** Whoever does not take for so long that more than this waits has gone; the oldest is dropped, the list has it. */
const MOST_WAITING = 200;

/** Values on their way to one reader, in order; it ends when the reader or the giver ends it. */
export class ValueQueue<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private taker: ((result: IteratorResult<T>) => void) | undefined;
  private ended = false;

  /** `onEnd` is called once. */
  constructor(private readonly onEnd: () => void = () => undefined) {}

  /** Gives a value to the reader, now or when it asks. */
  push(value: T): void {
    if (this.ended) return;
    if (this.taker) {
      this.taker({ value, done: false });
      this.taker = undefined;
      return;
    }
    this.waiting.push(value);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
  }

  next(): Promise<IteratorResult<T>> {
    const [value] = this.waiting.splice(0, 1);
    if (value !== undefined) return Promise.resolve({ value, done: false });
    if (this.ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => (this.taker = resolve));
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.ended) {
      this.ended = true;
      this.waiting.length = 0;
      this.taker?.({ value: undefined, done: true });
      this.taker = undefined;
      this.onEnd();
    }
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** How long after a lost connection the next is tried, in milliseconds. */
const AGAIN_MS = 1000;

/** Something that readers of a key are told: a word without spaces, such as an id. */
export interface FeedNotice {
  readonly key: string;
  readonly value: string;
}

/**
 * Carries words from the transactions that tell them to the processes where somebody listens, by LISTEN and NOTIFY. Ids
 * only: whoever is told reads the thing anew and asks the policy. What comes while the connection is lost is not
 * repeated; it stands in the tables.
 */
export abstract class ChannelFeed implements OnApplicationShutdown {
  /** NOTIFY channel; a notice is `<key> <value>`. */
  protected abstract readonly channel: string;
  private readonly readers = new Map<string, Set<ValueQueue<string>>>();
  private listening: Promise<void> | undefined;
  private client: Client | undefined;
  private stopped = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly url: string,
  ) {}

  /**
   * The values of a key from now on. `first` is given at once: a reader who asks when it comes has missed nothing that
   * happened between its last question and the beginning of this.
   */
  async of(key: string, first?: string): Promise<AsyncIterableIterator<string>> {
    await (this.listening ??= this.listen());
    const readers = this.readers.get(key) ?? new Set<ValueQueue<string>>();
    const queue: ValueQueue<string> = new ValueQueue(() => {
      readers.delete(queue);
      if (readers.size === 0) this.readers.delete(key);
    });
    this.readers.set(key, readers.add(queue));
    if (first !== undefined) queue.push(first);
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const queue of [...this.readers.values()].flatMap((readers) => [...readers])) await queue.return();
    await this.client?.end().catch(() => undefined);
  }

  /** Tells readers when the running transaction commits, never otherwise. */
  protected async tell(notices: readonly FeedNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await this.transactions.query('select pg_notify($1, notice) from unnest($2::text[]) as notice', [
      this.channel,
      notices.map(({ key, value }) => `${key} ${value}`),
    ]);
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'lianqiao-feed' });
    client.on('notification', ({ payload }) => this.hand(payload ?? ''));
    client.on('error', (error) => this.lose(client, error));
    try {
      await client.connect();
      await client.query(`listen ${this.channel}`);
    } catch (error) {
      this.listening = undefined;
      throw error;
    }
    this.client = client;
  }

  private hand(notice: string): void {
    const [key = '', value] = notice.split(' ');
    if (value) for (const queue of this.readers.get(key) ?? []) queue.push(value);
  }

  /** The connection is gone: as long as somebody listens, another one is tried until it holds. */
  private lose(client: Client, error: unknown): void {
    if (this.stopped || client !== this.client) return;
    this.client = undefined;
    this.listening = undefined;
    reportProblem(`feed ${this.channel}`, error);
    const again = () => {
      if (this.stopped || this.listening || this.readers.size === 0) return;
      this.listening = this.listen();
      this.listening.catch(() => setTimeout(again, AGAIN_MS).unref());
    };
    setTimeout(again, AGAIN_MS).unref();
  }
}
