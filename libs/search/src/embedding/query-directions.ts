import { reportProblem } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CircuitBreaker } from '../circuit-breaker.js';
import { SearchUnavailableError } from '../port/search.errors.js';
import { Embedder } from './embedder.js';
import { EmbedderAwayError } from './embedder.errors.js';
import type { EmbeddingModel } from './embedding-model.js';
import { EMBEDDING, type EmbeddingSettings } from './embedding-settings.js';
import { packVector, unpackVector } from './packed-vector.js';
import { textHash } from './sent-text.js';
import { type TextDirection, TextDirections } from './text-directions.js';

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
  async of(sent: string): Promise<TextDirection | null> {
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
