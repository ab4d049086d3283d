import { reportProblem } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EmbedderAwayError } from './embedder.js';
import { TextEmbedding } from './text-embedding.js';

/** How often it is looked whether a text waits, in milliseconds. */
const LOOK_MS = 1000;
/** After a failure it is tried again after so long, then after twice as long, up to the longest pause, in milliseconds. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
const TIDY_EVERY_MS = 3_600_000;

/** How long to leave the embedder alone after so many failures in a row, in milliseconds. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
}

/** Keeps computing in the worker, apart from the relays and jobs, so that a slow embedder holds up nothing else. */
@Injectable()
export class EmbeddingLoop {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private begun = false;
  private failures = 0;
  private tidiedAt = performance.now();

  constructor(private readonly embedding: TextEmbedding) {}

  /** Starts, where an embedder is used. */
  start(): void {
    if (this.embedding.settings) this.after(0);
  }

  /** Finishes the step at hand and stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private after(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn();
    }, milliseconds);
  }

  private async turn(): Promise<void> {
    try {
      const more = await this.work();
      this.failures = 0;
      this.after(more ? 0 : LOOK_MS);
    } catch (error) {
      this.failures++;
      // An embedder that is away is told once, until it answers again.
      if (this.failures === 1 || !(error instanceof EmbedderAwayError)) reportProblem('text vectors', error);
      this.after(pauseAfter(this.failures));
    }
  }

  private async work(): Promise<boolean> {
    if (!this.begun) await this.embedding.begin();
    this.begun = true;
    if (performance.now() - this.tidiedAt > TIDY_EVERY_MS) {
      this.tidiedAt = performance.now();
      await this.embedding.tidy();
    }
    return this.embedding.step();
  }
}
