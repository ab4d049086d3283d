import type { MessagePort, Worker } from 'node:worker_threads';
import type { IndexName } from '../../port/index-schemas.js';
import type { Filter, SortKey } from '../../port/search-request.js';
import type { TextQuery } from '../../text/query-analysis.js';
import type { RecallScoreQuery } from '../../text/token-groups.js';

/** A search as the scorer takes it. */
export interface ScoreQuery {
  readonly index: IndexName;
  /** Absent: all documents. */
  readonly text?: TextQuery;
  readonly filter: readonly Filter[];
  readonly facets: readonly string[];
  readonly sort: readonly SortKey[];
  readonly offset: number;
  readonly limit: number;
  /** Whether title and text of the hits are wanted. */
  readonly texts: boolean;
}

/** A hit with what is shown of it, where wanted. */
export interface ScoredHit {
  readonly id: string;
  readonly score: number;
  readonly title?: string;
  readonly text?: string;
}

/** What the scorer answers. */
export interface ScoredPage {
  readonly hits: readonly ScoredHit[];
  readonly total: number;
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>;
  /** The words left out, when nothing carried enough of the query. */
  readonly leftOut: readonly string[];
}

/** What ranks and counts: in a thread of its own in production, in the same thread in tests. */
export interface Scorer {
  search(query: ScoreQuery): Promise<ScoredPage>;
  recall(index: IndexName, queries: readonly RecallScoreQuery[]): Promise<{ id: string; scores: number[] }[]>;
  /** Documents of the index, and for each list of tokens the frequency of its rarest. */
  frequencies(
    index: IndexName,
    tokenLists: readonly (readonly string[])[],
  ): Promise<{ documents: number; frequencies: number[] }>;
  /** Tells that a generation now has so many changes: the next search must have seen them. */
  expect(index: IndexName, generation: number, sequence: number): void;
  close(): Promise<void>;
}

export type Channel = Pick<MessagePort, 'postMessage' | 'on'> | Pick<Worker, 'postMessage' | 'on'>;
type Method = 'search' | 'recall' | 'frequencies' | 'expect' | 'close';

export interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly code?: string };
}

/** A scorer at the other end of a channel. */
export class RemoteScorer implements Scorer {
  private readonly waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  private lastId = 0;
  private broken: Error | undefined;

  constructor(
    private readonly channel: Channel,
    private readonly closeChannel: () => Promise<unknown>,
  ) {
    channel.on('message', (reply: Reply) => this.settle(reply));
  }

  search(query: ScoreQuery): Promise<ScoredPage> {
    return this.call('search', query);
  }

  recall(
    index: IndexName,
    queries: readonly RecallScoreQuery[],
  ): Promise<{ id: string; scores: number[] }[]> {
    return this.call('recall', index, queries);
  }

  frequencies(
    index: IndexName,
    tokenLists: readonly (readonly string[])[],
  ): Promise<{ documents: number; frequencies: number[] }> {
    return this.call('frequencies', index, tokenLists);
  }

  /** Messages arrive in order: every later call sees this position. */
  expect(index: IndexName, generation: number, sequence: number): void {
    this.call('expect', index, generation, sequence).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (!this.broken) await this.call('close');
    await this.closeChannel();
  }

  /** Fails all open calls and those to come: the other end is gone. */
  fail(error: Error): void {
    this.broken = error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private call<T>(method: Method, ...args: unknown[]): Promise<T> {
    if (this.broken) return Promise.reject(this.broken);
    const id = ++this.lastId;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.channel.postMessage({ id, method, args } satisfies Call);
    });
  }

  private settle({ id, result, error }: Reply): void {
    const call = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) call?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else call?.resolve(result as never);
  }
}
