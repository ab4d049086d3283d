import { newId } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A listing that a saved search found for a person, or that the person knew before: one row per listing, kept for ever. */
@Entity('listing_alert')
@Unique(['userId', 'listingType', 'listingId'])
@Index('listing_alert_saved_search_id_idx', ['savedSearchId'])
@Index('listing_alert_open_idx', { synchronize: false })
export class ListingAlert {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('User', { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  /** The search that found it; null once that is deleted. The person still does not hear of it again. */
  @ForeignKey('SavedSearch', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  savedSearchId!: string | null;

  /** GraphQL type and key of the listing; a bare id, since a listing that is gone is not told of again either. */
  @Column('text')
  listingType!: string;

  @Column('uuid')
  listingId!: string;

  @Column('timestamptz')
  foundAt!: Date;

  /** When the person was notified, or when the search was saved if it was known already; null while it waits for a digest. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** The row for a listing that a search found for its owner. */
  static record(
    search: { readonly id: string; readonly userId: string },
    listing: { readonly type: string; readonly id: string },
    foundAt: Date,
    settledAt: Date | null = null,
  ): ListingAlert {
    const { id: savedSearchId, userId } = search;
    const { type: listingType, id: listingId } = listing;
    const row = { id: newId(), userId, savedSearchId, listingType, listingId, foundAt, settledAt };
    return Object.assign(new ListingAlert(), row);
  }
}
