import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type LastTraining, VectorsRepository } from '../vectors.repository.js';
import type { VectorRows } from '../word-vectors.js';
import { learnVectors } from './train-vectors.js';

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

const LEARN_VECTORS = jobKind<Record<string, never>>('learn-word-vectors', {
  expireSeconds: 3600,
  retries: 1,
});

/** Fewer texts teach nothing that the vocabulary does not know. */
const LEAST_TEXTS = 2000;
/** So much more to learn from is worth learning anew at once. */
const GROWTH = 1.1;
const A_DAY_MS = 23 * 3_600_000;

/** Whether to learn anew: for the first time, after the texts grew by a tenth, or once a day. */
export function isDue(last: LastTraining | null, texts: number, now: Date): boolean {
  if (texts < LEAST_TEXTS) return false;
  if (!last || texts >= last.texts * GROWTH) return true;
  return now.getTime() - last.trainedAt.getTime() >= A_DAY_MS;
}

/** Every hour looks whether word vectors are due, and learns them from the platform's own listings. */
@Injectable()
export class LearnVectorsJob extends JobHandler<Record<string, never>> {
  readonly kind = LEARN_VECTORS;
  override readonly timer = { cron: '29 * * * *', order: {} };

  constructor(
    private readonly repository: VectorsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle(): Promise<void> {
    const [last, texts] = [await this.repository.findLastTraining(), await this.repository.countTexts()];
    if (!isDue(last, texts, this.clock.now())) return;
    const vectors = await learnInThread(await this.repository.findTexts());
    if (vectors) await this.repository.saveVectors(vectors, texts, this.clock.now());
  }
}
