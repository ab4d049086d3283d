import { totalmem } from 'node:os';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LocalScorer } from './local-scorer.js';
import { RemoteScorer, type Scorer } from './scorer-channel.js';

const MEGABYTE = 1024 * 1024;
/** The postings of 300,000 listings, about. */
const LEAST = 192 * MEGABYTE;
/** Those of two million. */
const MOST = 1024 * MEGABYTE;
const SHARE_OF_MEMORY = 1 / 16;

/** Memory of the machine, or of the container where that is less, in bytes. */
function usableMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/**
 * How many bytes of unpacked postings a process may hold: a sixteenth of the memory. They are held as far as they were read, so that
 * a small index takes little of a large machine.
 */
export function usualCacheBytes(memory = usableMemory()): number {
  return Math.min(MOST, Math.max(LEAST, Math.floor(memory * SHARE_OF_MEMORY)));
}

/** Where the scorer runs. */
export type ScorerPlace = 'thread' | 'in-process';

/** The compiled entry of the thread; under Jest, which runs TypeScript sources, there is none. */
const ENTRY = new URL('./scorer.worker.js', import.meta.url);

/** A thread where the compiled entry exists, this thread otherwise. */
export function usualPlace(): ScorerPlace {
  return existsSync(fileURLToPath(ENTRY)) ? 'thread' : 'in-process';
}

/** Starts the scorer; calls `onDeath` when its thread ended, so that the next call starts another. */
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
