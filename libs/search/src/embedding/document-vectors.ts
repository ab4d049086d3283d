import { Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import type { VectorField, VectorsByField, VectorSource } from '../port/recall.js';
import type { SearchDocument } from '../port/search-document.js';
import { vectorField } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { LISTINGS, listingText } from './listing-texts.js';
import { textHash } from './sent-text.js';
import { TextVectorsRepository } from './text-vectors.repository.js';

/** The vectors of documents as PostgreSQL has them, for an engine that finds by them. */
@Injectable()
export class DocumentVectors implements VectorSource {
  constructor(
    private readonly models: EmbeddingModelsRepository,
    private readonly vectors: TextVectorsRepository,
  ) {}

  async searched(index: IndexName): Promise<VectorField | null> {
    const model = index === LISTINGS ? await this.models.current() : null;
    return model && { field: vectorField(model), dimensions: model.dimensions };
  }

  async of(index: IndexName, documents: readonly SearchDocument[]): Promise<VectorsByField[] | null> {
    const models = index === LISTINGS ? await this.models.all() : [];
    if (models.length === 0) return null;
    const hashes = documents.map((document) => textHash(listingText(document)));
    const known = await Promise.all(models.map(({ id }) => this.vectors.load(id, hashes)));
    return hashes.map((hash) =>
      Object.fromEntries(
        models.map((model, i) => {
          const components = known[i]!.get(hash);
          return [vectorField(model), components ? [...components] : null] as const;
        }),
      ),
    );
  }
}
