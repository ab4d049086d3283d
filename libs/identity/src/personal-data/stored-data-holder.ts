import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { PersonalDataHolder } from './personal-data-holder.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

/** A holder that reads and removes what a person left in tables by plain statements. */
@Injectable()
export abstract class StoredDataHolder extends PersonalDataHolder {
  constructor(
    registry: PersonalDataRegistry,
    protected readonly transactions: Transactions,
  ) {
    super(registry);
  }
}
