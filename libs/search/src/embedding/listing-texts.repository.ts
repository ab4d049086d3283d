import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

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
