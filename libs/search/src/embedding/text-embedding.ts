import { Inject, Injectable } from '@nestjs/common';
import { DocumentSources } from '../port/document-sources.js';
import { SearchEngine } from '../port/search-engine.js';
import { Embedder, EmbedderAwayError, TextRefusedError } from './embedder.js';
import { EMBEDDING, type EmbeddingModel, type EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModels } from './embedding-models.js';
import { type EmbeddingTask, EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { LISTINGS, ListingTexts, ListingTextsRepository } from './listing-texts.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

/** So many texts are sent at a time. */
const BATCH = 64;
/** The embedder may take its time here: nobody waits. */
const TIMEOUT_MS = 20_000;
/** So many listings are read and indexed at a time. */
const PER_CHANGE = 500;

/** Sends texts that wait, keeps their vectors, and gives those to an engine that finds by them. */
@Injectable()
export class EmbeddingBatch {
  constructor(
    private readonly embedder: Embedder,
    private readonly tasks: EmbeddingTasksRepository,
    private readonly vectors: TextVectorsRepository,
    private readonly listings: ListingTextsRepository,
    private readonly sources: DocumentSources,
    @Inject(SearchEngine) private readonly engine: SearchEngine,
  ) {}

  /**
   * Works off one batch; gives how many texts it had. Where it fails all of them wait again, but for those that were refused;
   * what was computed until then is kept and never sent again.
   */
  async compute(model: EmbeddingModel): Promise<number> {
    const tasks = await this.tasks.claim(model.id, BATCH);
    if (tasks.length === 0) return 0;
    const waiting = new Map(tasks.map((task) => [task.id, task]));
    try {
      const hashes = tasks.map(({ hash }) => hash);
      const known = await this.vectors.load(model.id, hashes);
      const missing = tasks.filter(({ hash }) => !known.has(hash));
      for (const { id } of await this.send(model, missing)) waiting.delete(id);
      await this.index(model, [...waiting.values()]);
      await this.tasks.finish([...waiting.keys()]);
      return tasks.length;
    } catch (error) {
      await this.tasks.layBack([...waiting.keys()]);
      throw error;
    }
  }

  /** Sends texts and keeps their vectors; a batch that is refused is halved down to the text at fault. Gives the refused ones. */
  private async send(model: EmbeddingModel, tasks: readonly EmbeddingTask[]): Promise<EmbeddingTask[]> {
    if (tasks.length === 0) return [];
    try {
      const texts = tasks.map(({ text }) => text);
      const computed = await this.embedder.embed(texts, model, TIMEOUT_MS);
      await this.vectors.save(
        model.id,
        tasks.map(({ hash }, i) => ({ hash, components: computed[i]! })),
      );
      return [];
    } catch (error) {
      if (!(error instanceof TextRefusedError)) throw error;
      if (tasks.length > 1) {
        const half = Math.ceil(tasks.length / 2);
        const first = await this.send(model, tasks.slice(0, half));
        return [...first, ...(await this.send(model, tasks.slice(half)))];
      }
      await this.tasks.refuse(tasks[0]!.id, error.reason);
      return [...tasks];
    }
  }

  /** Listings are indexed anew with their vectors; those of a model that is not compared with yet come in with its rebuild. */
  private async index({ state }: EmbeddingModel, tasks: readonly EmbeddingTask[]): Promise<void> {
    if (state !== 'CURRENT' || !this.engine.findsByVectors) return;
    const ids = await this.listings.saying(tasks.map(({ hash }) => hash));
    for (let from = 0; from < ids.length; from += PER_CHANGE) {
      const upsert = await this.sources.of(LISTINGS).load(ids.slice(from, from + PER_CHANGE));
      await this.engine.apply(LISTINGS, { upsert, remove: [] });
    }
  }
}

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
