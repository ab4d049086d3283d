import { DomainEvents, Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';

/** A listing whose present state search knows, or knows to be gone. */
export interface SearchableListing {
  /** The kind of thing: `Capability`. */
  readonly aggregateType: string;
  readonly id: string;
}

/** So many events are recorded in one statement. */
const PER_STATEMENT = 500;

/** Tells the platform that changes can be found by search now: what waits for fitting listings begins here. */
@Injectable()
export class SearchableListings {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: DomainEvents,
  ) {}

  /** Records `ListingSearchable` for each; told twice when the process dies in between, never not at all. */
  async announce(listings: readonly SearchableListing[]): Promise<void> {
    for (let from = 0; from < listings.length; from += PER_STATEMENT) {
      const some = listings.slice(from, from + PER_STATEMENT);
      await this.transactions.run(() =>
        this.events.record(
          ...some.map(({ aggregateType, id }) => ({
            type: 'ListingSearchable',
            aggregateType,
            aggregateId: id,
          })),
        ),
      );
    }
  }
}
