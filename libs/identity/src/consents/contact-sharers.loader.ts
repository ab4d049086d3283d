import { BatchListLoader, type LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ConsentsRepository, type Sharer, type SharingPair } from './consents.repository.js';

const keyOfPair = ({ fromId, toId }: SharingPair): string => `${fromId} ${toId}`;

/**
 * Who of an organization agrees now that a partner gets the contacts, those who agreed first first; many pairs in one
 * statement. Whoever shows them asks a policy first.
 */
@Injectable()
export class ContactSharersLoader extends BatchListLoader<SharingPair & Sharer> {
  constructor(private readonly ledger: ConsentsRepository) {
    super();
  }

  /** The people of one organization who share with another. */
  between(scope: LoaderScope, pair: SharingPair): Promise<(SharingPair & Sharer)[]> {
    return this.load(scope, keyOfPair(pair));
  }

  protected fetch(keys: readonly string[]): Promise<(SharingPair & Sharer)[]> {
    const pairs = keys.map((key) => {
      const [fromId = '', toId = ''] = key.split(' ');
      return { fromId, toId };
    });
    return this.ledger.sharersBetween(pairs);
  }

  protected keyOf(sharer: SharingPair & Sharer): string {
    return keyOfPair(sharer);
  }
}
