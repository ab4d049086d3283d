import { reportProblem } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DocumentSources } from '../port/search-document.js';
import { SearchEngine } from '../port/search-engine.js';
import { Embedder, EmbedderAwayError, TextRefusedError } from './embedder.js';
import { EMBEDDING, type EmbeddingModel, type EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EmbeddingModelsService } from './embedding-models.service.js';
import { type EmbeddingTask, EmbeddingTasksRepository } from './embedding-tasks.repository.js';
import { LISTINGS, ListingTexts } from './listing-texts.js';
import { ListingTextsRepository, TextVectorsRepository } from './text-vectors.repository.js';

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
  async computeBatch(model: EmbeddingModel): Promise<number> {
    const tasks = await this.tasks.claimTasks(model.id, BATCH);
    if (tasks.length === 0) return 0;
    const waiting = new Map(tasks.map((task) => [task.id, task]));
    try {
      const hashes = tasks.map(({ hash }) => hash);
      const known = await this.vectors.findVectors(model.id, hashes);
      const missing = tasks.filter(({ hash }) => !known.has(hash));
      for (const { id } of await this.send(model, missing)) waiting.delete(id);
      await this.index(model, [...waiting.values()]);
      await this.tasks.deleteTasks([...waiting.keys()]);
      return tasks.length;
    } catch (error) {
      await this.tasks.releaseTasks([...waiting.keys()]);
      throw error;
    }
  }

  /** Sends texts and keeps their vectors; a batch that is refused is halved down to the text at fault. Gives the refused ones. */
  private async send(model: EmbeddingModel, tasks: readonly EmbeddingTask[]): Promise<EmbeddingTask[]> {
    if (tasks.length === 0) return [];
    try {
      const texts = tasks.map(({ text }) => text);
      const computed = await this.embedder.embed(texts, model, TIMEOUT_MS);
      await this.vectors.insertVectors(
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
      await this.tasks.refuseTask(tasks[0]!.id, error.reason);
      return [...tasks];
    }
  }

  /** Listings are indexed anew with their vectors; those of a model that is not compared with yet come in with its rebuild. */
  private async index({ state }: EmbeddingModel, tasks: readonly EmbeddingTask[]): Promise<void> {
    if (state !== 'CURRENT' || !this.engine.findsByVectors) return;
    const ids = await this.listings.findListings(tasks.map(({ hash }) => hash));
    for (let from = 0; from < ids.length; from += PER_CHANGE) {
      const upsert = await this.sources.getSource(LISTINGS).load(ids.slice(from, from + PER_CHANGE));
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
    private readonly stored: EmbeddingModelsRepository,
    private readonly models: EmbeddingModelsService,
    private readonly tasks: EmbeddingTasksRepository,
    private readonly texts: ListingTexts,
    private readonly sources: DocumentSources,
    private readonly batch: EmbeddingBatch,
  ) {}

  /** Begins with the model of the settings. */
  async beginModel(): Promise<void> {
    await this.models.beginModel();
  }

  /**
   * Looks at some listings, computes some texts, or puts a complete model in its place; false when there is nothing to do.
   * Throws EmbedderAwayError while the embedder does not answer; staff see why, and everything waits.
   */
  async runStep(): Promise<boolean> {
    const model = await this.stored.findComputed();
    if (!model || !this.settings) return false;
    const { waiting } = await this.tasks.countBacklog(model.id);
    if (!model.sweptAt && waiting < MOST_WAITING) {
      await this.sweep(model);
      return true;
    }
    const computed = waiting > 0 ? await this.compute(model) : 0;
    if (computed > 0) return true;
    if (model.state !== 'COMPUTING' || waiting > 0) return false;
    await this.models.activateModel(model);
    return true;
  }

  /** What has to be done now and then. */
  async tidyModels(): Promise<void> {
    if (this.settings) await this.models.tidyModels();
  }

  private async sweep(model: EmbeddingModel): Promise<void> {
    const page = await this.sources.getSource(LISTINGS).page(model.sweptAfter, PAGE);
    await this.texts.noteListings(LISTINGS, page);
    await this.models.recordSweep(model, page.at(-1)?.id ?? null);
  }

  private async compute(model: EmbeddingModel): Promise<number> {
    try {
      const computed = await this.batch.computeBatch(model);
      if (computed > 0) await this.stored.saveTrouble(model.id, null);
      return computed;
    } catch (error) {
      if (error instanceof EmbedderAwayError) await this.stored.saveTrouble(model.id, error.reason);
      throw error;
    }
  }
}

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
  startLoop(): void {
    if (this.embedding.settings) this.after(0);
  }

  /** Finishes the step at hand and stops. */
  async stopLoop(): Promise<void> {
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
      // Report an unreachable embedder once, until it answers again.
      if (this.failures === 1 || !(error instanceof EmbedderAwayError)) reportProblem('text vectors', error);
      this.after(pauseAfter(this.failures));
    }
  }

  private async work(): Promise<boolean> {
    if (!this.begun) await this.embedding.beginModel();
    this.begun = true;
    if (performance.now() - this.tidiedAt > TIDY_EVERY_MS) {
      this.tidiedAt = performance.now();
      await this.embedding.tidyModels();
    }
    return this.embedding.runStep();
  }
}
