import { reportProblem } from '@app/kernel';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { EmbeddingModel } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EMBEDDING, type EmbeddingSettings } from './embedding-settings.js';

/** How often it is looked whether the worker has completed another model. */
const LOOK_EVERY_MS = 60_000;

/** The model whose vectors this process compares with; without an embedder there is none, and nothing is looked up. */
@Injectable()
export class CurrentModel implements OnApplicationBootstrap, OnApplicationShutdown {
  private held: EmbeddingModel | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly models: EmbeddingModelsRepository,
  ) {}

  /** The one to compare with now; null when there is none. */
  get(): EmbeddingModel | null {
    return this.held;
  }

  /** Looks which one it is. */
  async refresh(): Promise<void> {
    if (this.settings) this.held = await this.models.current();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings) return;
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    await this.refresh().catch((error: unknown) => reportProblem('text vectors', error));
  }
}
