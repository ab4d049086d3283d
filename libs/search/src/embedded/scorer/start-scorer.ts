import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LocalScorer } from './local-scorer.js';
import type { Scorer } from './score-query.js';
import { RemoteScorer } from './scorer-channel.js';

/** Where the scorer runs. */
export type ScorerPlace = 'thread' | 'in-process';

/** The compiled entry of the thread; under Jest, which runs TypeScript sources, there is none. */
const ENTRY = new URL('./scorer.worker.js', import.meta.url);

/** A thread where the compiled entry exists, this thread otherwise. */
export function usualPlace(): ScorerPlace {
  return existsSync(fileURLToPath(ENTRY)) ? 'thread' : 'in-process';
}

/** Starts the scorer; `onDeath` is told when its thread ended, so that the next call starts another. */
export function startScorer(
  url: string,
  cacheBytes: number,
  place: ScorerPlace,
  onDeath: () => void,
): Scorer {
  if (place === 'in-process') return new LocalScorer(url, cacheBytes);
  const thread = new Worker(ENTRY, { workerData: { url, cacheBytes } });
  const scorer = new RemoteScorer(thread, () => thread.terminate());
  thread.on('error', (error) => scorer.fail(error));
  thread.on('exit', () => {
    scorer.fail(new Error('the scorer’s thread ended'));
    onDeath();
  });
  return scorer;
}
