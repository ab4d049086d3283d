import { Injectable } from '@nestjs/common';
import { CurrentModel } from './current-model.js';
import type { EmbeddingModel } from './embedding-model.js';
import { sentText, textHash } from './sent-text.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

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
    return this.current.get();
  }

  /** The direction of each listing, given as title and text, in order; null where none is computed. One statement, or none without a model. */
  async ofListings(
    listings: readonly { readonly title: string; readonly text: string }[],
  ): Promise<(TextDirection | null)[]> {
    return this.ofTexts(listings.map(({ title, text }) => sentText(title, text)));
  }

  /** The direction of each text as it is sent. */
  async ofTexts(texts: readonly string[]): Promise<(TextDirection | null)[]> {
    const { model } = this;
    if (!model || texts.length === 0) return texts.map(() => null);
    const hashes = texts.map(textHash);
    const known = await this.vectors.load(model.id, hashes);
    return hashes.map((hash) => {
      const components = known.get(hash);
      return components ? { model, components } : null;
    });
  }
}
