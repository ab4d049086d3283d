import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { VectorRows } from '../vector-rows.js';
import { learnVectors } from './learn-vectors.js';

/** The compiled entry of the thread; under Jest, which runs TypeScript sources, there is none. */
const ENTRY = new URL('./learn-vectors.worker.js', import.meta.url);

/** Learns vectors in a thread of its own: it takes a processor for half a minute or more. */
export function learnInThread(texts: readonly string[]): Promise<VectorRows | null> {
  if (!existsSync(fileURLToPath(ENTRY))) return Promise.resolve(learnVectors(texts));
  return new Promise((resolve, reject) => {
    const thread = new Worker(ENTRY, { workerData: { texts } });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread that learns vectors ended')));
  });
}
