import { reportProblem } from '@app/kernel';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { VectorsRepository } from './vectors.repository.js';
import { WordVectors } from './word-vectors.js';

/** How often it is looked whether the worker has learnt anew. */
const LOOK_EVERY_MS = 60_000;

/**
 * The vectors that this process compares with: read at its start and when the worker has learnt anew. Without any, or
 * when they cannot be read, matching does without.
 */
@Injectable()
export class CurrentVectors implements OnApplicationBootstrap, OnApplicationShutdown {
  private held: WordVectors | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly repository: VectorsRepository) {}

  /** Those to compare with now; null when there are none. */
  getVectors(): WordVectors | null {
    return this.held;
  }

  /** Reads what is new. */
  async refresh(): Promise<void> {
    const newer = await this.repository.findNewerVectors(this.held?.version ?? '0');
    if (newer) this.held = new WordVectors(newer, newer.version);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    await this.refresh().catch((error: unknown) => reportProblem('word vectors', error));
  }
}
