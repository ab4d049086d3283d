import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EmbeddingModel } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import type { EmbeddingSettings } from './embedding-settings.js';
import { ModelKeeping } from './model-keeping.js';

/** The models of the platform: which one is begun, how far it is, and what completes it. */
@Injectable()
export class EmbeddingModels {
  constructor(
    readonly stored: EmbeddingModelsRepository,
    readonly keeping: ModelKeeping,
    private readonly clock: Clock,
  ) {}

  /** Begins to compute the model of the settings, unless it is known already. */
  begin({ model }: EmbeddingSettings): Promise<void> {
    return this.stored.begin(model, this.clock.now());
  }

  /** Notes how far listings were looked at. */
  sweep({ id }: EmbeddingModel, after: string | null): Promise<void> {
    return this.stored.sweep(id, after, this.clock.now());
  }
}
