import { parentPort, workerData } from 'node:worker_threads';
import { learnVectors } from './train-vectors.js';

/** Entry of the thread that learns, so that the worker goes on indexing meanwhile. */
const { texts } = workerData as { texts: readonly string[] };
parentPort?.postMessage(learnVectors(texts));
