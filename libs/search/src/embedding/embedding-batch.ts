import { Inject, Injectable } from '@nestjs/common';
import { DocumentSources } from '../port/document-sources.js';
import { SearchEngine } from '../port/search-engine.js';
import { Embedder } from './embedder.js';
import { TextRefusedError } from './embedder.errors.js';
import type { EmbeddingModel } from './embedding-model.js';
import { type EmbeddingTask, EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { LISTINGS } from './listing-texts.js';
import { ListingTextsRepository } from './listing-texts.repository.js';
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
