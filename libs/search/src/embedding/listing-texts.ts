import { Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import type { SearchDocument } from '../port/search-document.js';
import { EMBEDDING, type EmbeddingSettings } from './embedding-settings.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EmbeddingTasksRepository, type HashedText } from './embedding-tasks.repository.js';
import { ListingTextsRepository } from './listing-texts.repository.js';
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
  async note(
    index: IndexName,
    present: readonly SearchDocument[],
    gone: readonly string[] = [],
  ): Promise<void> {
    if (!this.settings || index !== LISTINGS || present.length + gone.length === 0) return;
    const said = present.map((document) => ({ id: document.id, text: listingText(document) }));
    const hashed = said.map(({ id, text }) => ({ listingId: id, text, hash: textHash(text) }));
    await this.transactions.run(async () => {
      const model = await this.models.computed();
      await this.listings.note(hashed);
      if (gone.length > 0) await this.listings.forget(gone);
      if (model) await this.want(model.id, hashed);
    });
  }

  /** Lets texts that say something wait for a model's vectors, each once. */
  async want(modelId: string, texts: readonly HashedText[]): Promise<void> {
    const each = new Map(texts.filter(({ text }) => text !== '').map(({ hash, text }) => [hash, text]));
    await this.tasks.want(
      modelId,
      Array.from(each, ([hash, text]) => ({ hash, text })),
    );
  }
}
