import { Inject, Injectable } from '@nestjs/common';
import { EMBEDDING, type EmbeddingModel, type EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { type DeadEmbedding, EmbeddingTasksRepository } from './embedding-tasks.repository.js';

/** How the computing of a model fares. */
export interface ModelStatus extends Pick<
  EmbeddingModel,
  'name' | 'version' | 'dimensions' | 'state' | 'trouble'
> {
  /** Texts that wait for their vectors. */
  readonly waiting: number;
  /** Texts that were put aside, the latest first. */
  readonly dead: readonly DeadEmbedding[];
}

/** Watches over the outside model, for those who watch over search. */
@Injectable()
export class EmbeddingStatus {
  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly models: EmbeddingModelsRepository,
    private readonly tasks: EmbeddingTasksRepository,
  ) {}

  /** The model that is computed now, with at most so many of the texts that were put aside; null where none is used. */
  async now(mostDead: number): Promise<ModelStatus | null> {
    const model = this.settings ? await this.models.computed() : null;
    if (!model) return null;
    const { waiting } = await this.tasks.backlog(model.id);
    return { ...model, waiting, dead: await this.tasks.dead(model.id, mostDead) };
  }
}
