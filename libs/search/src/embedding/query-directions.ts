import { reportProblem } from '@app/kernel';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CircuitBreaker } from '../port/circuit-breaker.js';
import { SearchUnavailableError } from '../port/search.errors.js';
import { Embedder, EmbedderAwayError } from './embedder.js';
import {
  EMBEDDING,
  type EmbeddingModel,
  type EmbeddingSettings,
  packVector,
  unpackVector,
} from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { sentText, textHash } from './sent-text.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

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
  getModel(): EmbeddingModel | null {
    return this.held;
  }

  /** Looks which one it is. */
  async refreshModel(): Promise<void> {
    if (this.settings) this.held = await this.models.findCurrent();
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
    await this.refreshModel().catch((error: unknown) => reportProblem('text vectors', error));
  }
}

/** What a text means to a model: a direction, to be compared with those of the same model only. */
export interface TextDirection {
  readonly model: EmbeddingModel;
  /** Of length 1; shape the model's dimensions. */
  readonly components: Float32Array;
}

/** Looks up what texts mean to the current model. */
@Injectable()
export class TextDirections {
  constructor(
    private readonly current: CurrentModel,
    private readonly vectors: TextVectorsRepository,
  ) {}

  /** Which model it is; null while there is none. */
  get model(): EmbeddingModel | null {
    return this.current.getModel();
  }

  /** The direction of each listing, given as title and text, in order; null where none is computed. One statement, or none without a model. */
  async findOfListings(
    listings: readonly { readonly title: string; readonly text: string }[],
  ): Promise<(TextDirection | null)[]> {
    return this.findOfTexts(listings.map(({ title, text }) => sentText(title, text)));
  }

  /** The direction of each text as it is sent. */
  async findOfTexts(texts: readonly string[]): Promise<(TextDirection | null)[]> {
    const { model } = this;
    if (!model || texts.length === 0) return texts.map(() => null);
    const hashes = texts.map(textHash);
    const known = await this.vectors.findVectors(model.id, hashes);
    return hashes.map((hash) => {
      const components = known.get(hash);
      return components ? { model, components } : null;
    });
  }
}

/** How long somebody who typed words waits for their vector before they are answered without, in milliseconds. */
const PATIENCE_MS = 400;
/** Words that were typed are asked again page by page; so many are kept in memory, and nowhere else. */
const KEPT = 1000;

/**
 * What words mean to the current model that somebody typed just now: the embedder is asked, shortly. Whoever finds it away
 * is answered without; after a few failures it is left alone for some seconds and nobody waits.
 */
@Injectable()
export class QueryDirections {
  private readonly kept = new Map<string, Float32Array>();
  private readonly breaker = new CircuitBreaker();
  private away = false;

  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly directions: TextDirections,
    private readonly embedder: Embedder,
  ) {}

  /** The direction of a text as it is sent; null where there is no model, no text, or no answer in time. */
  async findDirection(sent: string): Promise<TextDirection | null> {
    const { model } = this.directions;
    if (!model || !this.settings || sent === '') return null;
    const key = `${model.id} ${textHash(sent)}`;
    const components = this.kept.get(key) ?? (await this.ask(model, sent));
    if (!components) return null;
    this.kept.delete(key);
    this.kept.set(key, components);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return { model, components };
  }

  private async ask(model: EmbeddingModel, sent: string): Promise<Float32Array | null> {
    try {
      const [vector] = await this.breaker.run(() => this.answer(model, sent));
      this.away = false;
      return vector ? unpackVector(packVector(vector)) : null;
    } catch (error) {
      this.tell(error);
      return null;
    }
  }

  /** The breaker knows the search server's word for "not now". */
  private async answer(model: EmbeddingModel, sent: string): Promise<number[][]> {
    try {
      return await this.embedder.embed([sent], model, PATIENCE_MS);
    } catch (error) {
      if (error instanceof EmbedderAwayError) throw new SearchUnavailableError(error.message);
      throw error;
    }
  }

  /** Says once that the embedder went away, and of everything else each time. */
  private tell(error: unknown): void {
    const away = error instanceof SearchUnavailableError;
    if (!away) reportProblem('embedder', error);
    else if (!this.away) reportProblem('embedder', new Error(error.reason));
    this.away ||= away;
  }
}
