import { Jobs, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { REBUILD_INDEXES, SearchEngine } from '../port/search-engine.js';
import { cosineOf, EMBEDDING, type EmbeddingModel, type EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { type DeadEmbedding, EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { LISTINGS } from './listing-texts.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

/** The progress of a model. */
export interface ModelStatus extends Pick<
  EmbeddingModel,
  'name' | 'version' | 'dimensions' | 'state' | 'trouble'
> {
  /** Texts without a vector yet. */
  readonly waiting: number;
  /** Texts that were refused too often, the latest first. */
  readonly dead: readonly DeadEmbedding[];
}

/** With fewer texts the cosine of unrelated ones cannot be measured. */
const MIN_SAMPLE = 50;
const SAMPLE = 100;
/** The cosine of unrelated texts until it is measured. */
const DEFAULT_UNRELATED = 0.5;
/** Every process reads once a minute which model is current; the vectors of the one before stay for an hour. */
const RETIRED_KEPT_MS = 3_600_000;
/** Vectors of texts that no listing has: of needs, and of listings that may come back. */
const UNUSED_DAYS = 7;

/**
 * The cosine of unrelated texts: the mean over all pairs of a random sample. Models differ in it, from 0.1 to 0.8;
 * nearness counts from there on.
 */
export function unrelatedCosine(sample: readonly Float32Array[]): number {
  if (sample.length < MIN_SAMPLE) return DEFAULT_UNRELATED;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < sample.length; i++)
    for (let j = 0; j < i; j++, pairs++) sum += cosineOf(sample[i]!, sample[j]!);
  return Math.min(0.95, Math.max(0, sum / pairs));
}

/** The models whose vectors the platform computes: begins one, activates it once it is complete, and reports to staff. */
@Injectable()
export class EmbeddingModelsService {
  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly models: EmbeddingModelsRepository,
    private readonly tasks: EmbeddingTasksRepository,
    private readonly vectors: TextVectorsRepository,
    private readonly engine: SearchEngine,
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Begins to compute the model of the settings, unless it is known already. */
  async beginModel(): Promise<void> {
    if (this.settings) await this.models.beginModel(this.settings.model, this.clock.now());
  }

  /** Records how far listings were read for a model; null once all were. */
  recordSweep({ id }: EmbeddingModel, after: string | null): Promise<void> {
    return this.models.recordSweep(id, after, this.clock.now());
  }

  /** Makes a complete model the current one. An engine that finds by vectors rebuilds its index next to the live one. */
  async activateModel(model: EmbeddingModel): Promise<void> {
    await this.calibrate(model);
    await this.transactions.run(async () => {
      const swapped = await this.models.swapCurrent(model.id, this.clock.now());
      if (swapped && this.engine.findsByVectors)
        await this.jobs.enqueue(REBUILD_INDEXES, { indexes: [LISTINGS] });
    });
  }

  /** Measures the current model again and drops models and vectors that nothing uses any more. */
  async tidyModels(): Promise<void> {
    const current = await this.models.findCurrent();
    if (current) await this.calibrate(current);
    await this.models.dropRetired(new Date(this.clock.now().getTime() - RETIRED_KEPT_MS));
    await this.vectors.deleteUnused(UNUSED_DAYS);
  }

  /** The model that is being computed, with at most `maxDead` refused texts; null where no model is used. */
  async readStatus(maxDead: number): Promise<ModelStatus | null> {
    const model = this.settings ? await this.models.findComputed() : null;
    if (!model) return null;
    const { waiting } = await this.tasks.countBacklog(model.id);
    return { ...model, waiting, dead: await this.tasks.findDead(model.id, maxDead) };
  }

  /** Sends refused texts again; returns how many of `ids` had been put aside. */
  retryTexts(ids: readonly string[]): Promise<number> {
    return this.tasks.reviveTasks(ids);
  }

  private async calibrate({ id }: EmbeddingModel): Promise<void> {
    await this.models.saveUnrelated(id, unrelatedCosine(await this.vectors.findSample(id, SAMPLE)));
  }
}
