import { parentPort, workerData } from 'node:worker_threads';
import { LocalScorer } from './local-scorer.js';
import { serveScorer } from './scorer-channel.js';

/** Entry of the scorer's thread. Nothing here may import the kernel: a thread has no use for Nest and GraphQL. */
const { url, cacheBytes } = workerData as { url: string; cacheBytes: number };
if (parentPort) serveScorer(parentPort, new LocalScorer(url, cacheBytes));
