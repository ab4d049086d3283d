import { Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import type { VectorField, VectorsByField, VectorSource } from '../port/recall.js';
import type { SearchDocument } from '../port/search-document.js';
import { EMBEDDING, type EmbeddingSettings, vectorField } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EmbeddingTasksRepository, type HashedText } from './embedding-tasks.repository.js';
import { ListingTextsRepository, TextVectorsRepository } from './text-vectors.repository.js';
import { sentText, textHash } from './sent-text.js';

/** The index whose documents are suppliers' listings. */
export const LISTINGS: IndexName = 'capabilities';

/** What of a listing may leave the platform, by its document: title and text, never the supplier's name. */
export function listingText({ title, text }: Pick<SearchDocument, 'title' | 'text'>): string {
  return sentText(title, text);
}

/** Sees to it that what listings say gets a vector, and is not sent again while it stays the same. */
@Injectable()
export class ListingTexts {
  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly transactions: Transactions,
    private readonly models: EmbeddingModelsRepository,
    private readonly listings: ListingTextsRepository,
    private readonly tasks: EmbeddingTasksRepository,
  ) {}

  /** Notes what documents say now, and which of them are gone; does nothing where no embedder is used. */
  async noteListings(
    index: IndexName,
    present: readonly SearchDocument[],
    gone: readonly string[] = [],
  ): Promise<void> {
    if (!this.settings || index !== LISTINGS || present.length + gone.length === 0) return;
    const said = present.map((document) => ({ id: document.id, text: listingText(document) }));
    const hashed = said.map(({ id, text }) => ({ listingId: id, text, hash: textHash(text) }));
    await this.transactions.run(async () => {
      const model = await this.models.findComputed();
      await this.listings.upsertTexts(hashed);
      if (gone.length > 0) await this.listings.deleteTexts(gone);
      if (model) await this.requestVectors(model.id, hashed);
    });
  }

  /** Lets texts that say something wait for a model's vectors, each once. */
  async requestVectors(modelId: string, texts: readonly HashedText[]): Promise<void> {
    const each = new Map(texts.filter(({ text }) => text !== '').map(({ hash, text }) => [hash, text]));
    await this.tasks.addTasks(
      modelId,
      Array.from(each, ([hash, text]) => ({ hash, text })),
    );
  }
}

/** The vectors of documents as PostgreSQL has them, for an engine that finds by them. */
@Injectable()
export class DocumentVectors implements VectorSource {
  constructor(
    private readonly models: EmbeddingModelsRepository,
    private readonly vectors: TextVectorsRepository,
  ) {}

  async searched(index: IndexName): Promise<VectorField | null> {
    const model = index === LISTINGS ? await this.models.findCurrent() : null;
    return model && { field: vectorField(model), dimensions: model.dimensions };
  }

  async of(index: IndexName, documents: readonly SearchDocument[]): Promise<VectorsByField[] | null> {
    const models = index === LISTINGS ? await this.models.findModels() : [];
    if (models.length === 0) return null;
    const hashes = documents.map((document) => textHash(listingText(document)));
    const known = await Promise.all(models.map(({ id }) => this.vectors.findVectors(id, hashes)));
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
