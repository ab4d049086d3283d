import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { packVector, unpackVector } from './embedding-model.js';

/** A text that was computed. */
interface ComputedText {
  readonly hash: string;
  readonly components: readonly number[];
}

/** Vectors by model and hash of the text: the same words in many listings are computed and kept once. */
@Injectable()
export class TextVectorsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The directions of those texts that a model has computed, by hash. */
  async findVectors(modelId: string, hashes: readonly string[]): Promise<Map<string, Float32Array>> {
    const rows = await this.transactions.query<{ hash: string; components: Buffer }>(
      `select encode(hash, 'hex') as hash, components from text_vector
        where model_id = $1 and hash = any (select decode(h, 'hex') from unnest($2::text[]) h)`,
      [modelId, [...new Set(hashes)]],
    );
    return new Map(rows.map(({ hash, components }) => [hash, unpackVector(components)]));
  }

  /** Keeps what was computed; what is there already stays. */
  async insertVectors(modelId: string, texts: readonly ComputedText[]): Promise<void> {
    await this.transactions.query(
      `insert into text_vector (model_id, hash, components)
       select $1, decode(t.hash, 'hex'), t.components from unnest($2::text[], $3::bytea[]) t (hash, components)
       on conflict do nothing`,
      [modelId, texts.map(({ hash }) => hash), texts.map(({ components }) => packVector(components))],
    );
  }

  /** Some directions of a model, the same ones whenever it is asked. */
  async findSample(modelId: string, count: number): Promise<Float32Array[]> {
    const rows = await this.transactions.query<{ components: Buffer }>(
      `select components from text_vector where model_id = $1 order by hash limit $2`,
      [modelId, count],
    );
    return rows.map(({ components }) => unpackVector(components));
  }

  /** Forgets the vectors of texts that no listing has any more and that are older than so many days. */
  async deleteUnused(days: number): Promise<void> {
    await this.transactions.query(
      `delete from text_vector v where v.computed_on < current_date - $1::int
          and not exists (select from listing_text l where l.hash = v.hash)`,
      [days],
    );
  }
}

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
  async upsertTexts(listings: readonly ListingText[]): Promise<void> {
    await this.transactions.query(
      `insert into listing_text as l (listing_id, hash)
       select t.id, decode(t.hash, 'hex') from unnest($1::uuid[], $2::text[]) t (id, hash)
       on conflict (listing_id) do update set hash = excluded.hash where l.hash <> excluded.hash`,
      [listings.map(({ listingId }) => listingId), listings.map(({ hash }) => hash)],
    );
  }

  /** Forgets listings that cannot be found any more. */
  async deleteTexts(listingIds: readonly string[]): Promise<void> {
    await this.transactions.query(`delete from listing_text where listing_id = any ($1::uuid[])`, [
      listingIds,
    ]);
  }

  /** The listings that say one of these texts. */
  async findListings(hashes: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select listing_id as id from listing_text
        where hash = any (select decode(h, 'hex') from unnest($1::text[]) h) order by listing_id`,
      [hashes],
    );
    return rows.map(({ id }) => id);
  }
}
