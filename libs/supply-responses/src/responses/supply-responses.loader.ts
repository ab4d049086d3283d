import { BatchLoader } from '@app/kernel';
import { pairKey, pairsOf } from '@app/matching';
import { Injectable } from '@nestjs/common';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** Supply responses by need and supplier, many in one statement. Whoever shows them asks the policy first. */
@Injectable()
export class SupplyResponsesLoader extends BatchLoader<SupplyResponse> {
  constructor(private readonly responses: SupplyResponsesRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<SupplyResponse[]> {
    return this.responses.ofPairs(pairsOf(keys));
  }

  protected keyOf({ needId, organizationId }: SupplyResponse): string {
    return pairKey(needId, organizationId);
  }
}
