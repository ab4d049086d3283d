import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { pairKey, pairsOf } from '../pairs/pair-keys.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import type { HiddenMatch } from './hidden-match.entity.js';

/** Who has hidden a match, by need and supplier, many in one statement. Show a viewer its own side's only. */
@Injectable()
export class HiddenMatchesLoader extends BatchListLoader<HiddenMatch> {
  constructor(private readonly exclusions: ExclusionsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<HiddenMatch[]> {
    return this.exclusions.hiddenPairs(pairsOf(keys));
  }

  protected keyOf({ needId, supplierId }: HiddenMatch): string {
    return pairKey(needId, supplierId);
  }
}
