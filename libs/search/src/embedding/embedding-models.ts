import { Jobs, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { REBUILD_INDEXES } from '../indexing/index-jobs.js';
import { SearchEngine } from '../port/search-engine.js';
import type { EmbeddingModel, EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { LISTINGS } from './listing-texts.js';
import { cosineOf, TextVectorsRepository } from './text-vectors.repository.js';

/** Of fewer texts nobody knows how near unrelated ones are. */
const LEAST_SAMPLE = 50;
const SAMPLE = 100;
/** The cosine of unrelated texts where it cannot be known. */
const USUAL_UNRELATED = 0.5;
/** Processes look once a minute which model is compared with; the vectors of the one before stay for an hour. */
const RETIRED_KEPT_MS = 3_600_000;
/** Vectors of texts that no listing has: of needs, and of listings that may come back. */
const UNUSED_DAYS = 7;

/**
 * The cosine of texts that have nothing to do with each other, from some texts taken at random: the mean over all pairs.
 * Models differ in it, from 0.1 to 0.8; nearness counts from there on.
 */
export function unrelatedCosine(sample: readonly Float32Array[]): number {
  if (sample.length < LEAST_SAMPLE) return USUAL_UNRELATED;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < sample.length; i++)
    for (let j = 0; j < i; j++, pairs++) sum += cosineOf(sample[i]!, sample[j]!);
  return Math.min(0.95, Math.max(0, sum / pairs));
}

/** Puts a complete model in the place of the one before, and tidies up. */
@Injectable()
export class ModelKeeping {
  constructor(
    private readonly models: EmbeddingModelsRepository,
    private readonly vectors: TextVectorsRepository,
    private readonly engine: SearchEngine,
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Compares with a model from now on; an engine that finds by vectors builds its index anew beside the live one. */
  async swap(model: EmbeddingModel): Promise<void> {
    await this.calibrate(model);
    await this.transactions.run(async () => {
      const swapped = await this.models.swap(model.id, this.clock.now());
      if (swapped && this.engine.findsByVectors)
        await this.jobs.enqueue(REBUILD_INDEXES, { indexes: [LISTINGS] });
    });
  }

  /** Learns anew how near unrelated listings are, and drops what nobody compares with any more. */
  async tidy(): Promise<void> {
    const current = await this.models.current();
    if (current) await this.calibrate(current);
    await this.models.dropRetired(new Date(this.clock.now().getTime() - RETIRED_KEPT_MS));
    await this.vectors.forgetUnused(UNUSED_DAYS);
  }

  private async calibrate({ id }: EmbeddingModel): Promise<void> {
    await this.models.calibrate(id, unrelatedCosine(await this.vectors.sample(id, SAMPLE)));
  }
}

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
