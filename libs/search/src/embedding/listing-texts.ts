import { Transactions } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import type { IndexName } from '../port/index-schemas.js';
import type { SearchDocument } from '../port/search-document.js';
import { EMBEDDING, type EmbeddingSettings } from './embedding-model.js';
import { EmbeddingModelsRepository } from './embedding-models.repository.js';
import { EmbeddingTasksRepository, type HashedText } from './embedding-tasks.repository.js';
import { sentText, textHash } from './sent-text.js';

/** A listing with the hash of what it says. */
export interface ListingText {
  readonly listingId: string;
  readonly hash: string;
}

/** Which listing says which text, so that a vector that was computed reaches all that say the same. */
@Injectable()
export class ListingTextsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Notes what listings say now. */
  async note(listings: readonly ListingText[]): Promise<void> {
    await this.transactions.query(
      `insert into listing_text as l (listing_id, hash)
       select t.id, decode(t.hash, 'hex') from unnest($1::uuid[], $2::text[]) t (id, hash)
       on conflict (listing_id) do update set hash = excluded.hash where l.hash <> excluded.hash`,
      [listings.map(({ listingId }) => listingId), listings.map(({ hash }) => hash)],
    );
  }

  /** Forgets listings that cannot be found any more. */
  async forget(listingIds: readonly string[]): Promise<void> {
    await this.transactions.query(`delete from listing_text where listing_id = any ($1::uuid[])`, [
      listingIds,
    ]);
  }

  /** The listings that say one of these texts. */
  async saying(hashes: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select listing_id as id from listing_text
        where hash = any (select decode(h, 'hex') from unnest($1::text[]) h) order by listing_id`,
      [hashes],
    );
    return rows.map(({ id }) => id);
  }
}

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
