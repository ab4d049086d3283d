import { Inject, Injectable } from '@nestjs/common';
import { DocumentSources } from '../port/document-sources.js';
import { EmbedderAwayError } from './embedder.errors.js';
import { EmbeddingBatch } from './embedding-batch.js';
import type { EmbeddingModel } from './embedding-model.js';
import { EmbeddingModels } from './embedding-models.js';
import { EMBEDDING, type EmbeddingSettings } from './embedding-settings.js';
import { EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { LISTINGS, ListingTexts } from './listing-texts.js';

/** Listings are looked at in portions of so many, and only while fewer texts wait than these. */
const PAGE = 500;
const MOST_WAITING = 2000;

/** Computes the vectors of all that waits, step by step: whatever step a process dies in, another one goes on from there. */
@Injectable()
export class TextEmbedding {
  constructor(
    @Inject(EMBEDDING) readonly settings: EmbeddingSettings | null,
    private readonly models: EmbeddingModels,
    private readonly tasks: EmbeddingTasksRepository,
    private readonly texts: ListingTexts,
    private readonly sources: DocumentSources,
    private readonly batch: EmbeddingBatch,
  ) {}

  /** Begins with the model of the settings. */
  async begin(): Promise<void> {
    if (this.settings) await this.models.begin(this.settings);
  }

  /**
   * Looks at some listings, computes some texts, or puts a complete model in its place; false when there is nothing to do.
   * Throws EmbedderAwayError while the embedder does not answer; staff see why, and everything waits.
   */
  async step(): Promise<boolean> {
    const model = await this.models.stored.computed();
    if (!model || !this.settings) return false;
    const { waiting } = await this.tasks.backlog(model.id);
    if (!model.sweptAt && waiting < MOST_WAITING) {
      await this.sweep(model);
      return true;
    }
    const computed = waiting > 0 ? await this.compute(model) : 0;
    if (computed > 0) return true;
    if (model.state !== 'COMPUTING' || waiting > 0) return false;
    await this.models.keeping.swap(model);
    return true;
  }

  /** What has to be done now and then. */
  async tidy(): Promise<void> {
    if (this.settings) await this.models.keeping.tidy();
  }

  private async sweep(model: EmbeddingModel): Promise<void> {
    const page = await this.sources.of(LISTINGS).page(model.sweptAfter, PAGE);
    await this.texts.note(LISTINGS, page);
    await this.models.sweep(model, page.at(-1)?.id ?? null);
  }

  private async compute(model: EmbeddingModel): Promise<number> {
    try {
      const computed = await this.batch.compute(model);
      if (computed > 0) await this.models.stored.note(model.id, null);
      return computed;
    } catch (error) {
      if (error instanceof EmbedderAwayError) await this.models.stored.note(model.id, error.reason);
      throw error;
    }
  }
}
