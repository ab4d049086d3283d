import type { MessagePort, Worker } from 'node:worker_threads';
import type { IndexName } from '../../port/index-schemas.js';
import type { RecallScoreQuery } from '../../text/recall-tokens.js';
import type { ScoredPage, Scorer, ScoreQuery } from './score-query.js';

type Channel = Pick<MessagePort, 'postMessage' | 'on'> | Pick<Worker, 'postMessage' | 'on'>;
type Method = 'search' | 'recall' | 'frequencies' | 'expect' | 'close';

interface Call {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly code?: string };
}

/** Lets a scorer answer the calls that come through a channel. */
export function serveScorer(channel: Channel, scorer: Scorer): void {
  const answer = async ({ id, method, args }: Call): Promise<Reply> => {
    try {
      const call = scorer[method] as (...values: readonly unknown[]) => unknown;
      return { id, result: await call.apply(scorer, [...args]) };
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      return { id, error: { message, code } };
    }
  };
  channel.on('message', (call: Call) => void answer(call).then((reply) => channel.postMessage(reply)));
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

  /** Messages arrive in order, so whatever is asked later finds this told. */
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
