import { parentPort, workerData } from 'node:worker_threads';
import { LocalScorer } from './local-scorer.js';
import type { Call, Channel, Reply, Scorer } from './scorer-channel.js';

/** Answers the calls that arrive through a channel. */
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

/** Entry of the scorer's thread. It must not import the kernel: a thread has no use for Nest and GraphQL. */
if (parentPort) {
  const { url, cacheBytes } = workerData as { url: string; cacheBytes: number };
  serveScorer(parentPort, new LocalScorer(url, cacheBytes));
}
