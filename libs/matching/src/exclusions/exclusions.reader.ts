import { BatchListLoader } from '@app/kernel';
import type { ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { pairKey, pairsOf } from '../pair-keys.js';
import type { HiddenMatch } from './exclusion.entity.js';
import { ExclusionsRepository } from './exclusions.repository.js';

/** Per organization, the needs and the organizations that it is not proposed. */
export interface OutOfSightOf {
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly organizations: ReadonlyMap<string, ReadonlySet<string>>;
}

function byOrganization(
  rows: readonly { readonly organizationId: string; readonly otherId: string }[],
): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const { organizationId, otherId } of rows)
    sets.set(organizationId, (sets.get(organizationId) ?? new Set()).add(otherId));
  return sets;
}

/**
 * Who is not to be proposed to whom. A hidden match leaves the lists of the side that hid it and of no other: the other
 * side's answers stay what they were, so nothing tells that it was hidden. A block leaves the lists of both. To a
 * supplier it does not apply where the buyer stands under an alias, or the need that goes would tell who the buyer is.
 */
@Injectable()
export class ExclusionsReader {
  constructor(private readonly exclusions: ExclusionsRepository) {}

  /** The suppliers that a buyer is not proposed for a need. */
  findExcludedSuppliers(need: Pick<ProcurementNeed, 'id' | 'organizationId'>): Promise<string[]> {
    return this.exclusions.findExcludedSuppliers(need);
  }

  /** The needs, of some, that a supplier is not proposed. */
  async findExcludedNeeds(supplierId: string, needIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(needIds.length > 0 ? await this.exclusions.findExcludedNeeds(supplierId, needIds) : []);
  }

  /** What each of some organizations is not proposed: of some needs, those; and the organizations on the other side of a block. */
  async findOutOfSight(
    organizationIds: readonly string[],
    needIds: readonly string[],
  ): Promise<OutOfSightOf> {
    if (organizationIds.length === 0) return { needs: new Map(), organizations: new Map() };
    const needs =
      needIds.length > 0 ? await this.exclusions.findExcludedNeedsOfAny(organizationIds, needIds) : [];
    const blocks = await this.exclusions.findBlocksOfAny(organizationIds);
    return { needs: byOrganization(needs), organizations: byOrganization(blocks) };
  }

  /** Whether the buyer itself put a supplier out of its sight for a need. */
  isExcludedByBuyer(
    need: Pick<ProcurementNeed, 'id' | 'organizationId'>,
    supplierId: string,
  ): Promise<boolean> {
    return this.exclusions.isExcludedByBuyer(need, supplierId);
  }

  /** Whether a buyer is not proposed one of some suppliers for one of its needs. */
  async findExcludedPairs(
    buyerId: string,
    of: { readonly needIds: readonly string[]; readonly supplierIds: readonly string[] },
  ): Promise<(needId: string, supplierId: string) => boolean> {
    const excluded = await this.exclusions.findExcludedPairs(buyerId, of);
    const keys = new Set(excluded.map(({ needId, supplierId }) => pairKey(needId, supplierId)));
    return (needId, supplierId) => keys.has(pairKey(needId, supplierId));
  }
}

/** Who has hidden a match, by need and supplier, many in one statement. Show a viewer its own side's only. */
@Injectable()
export class HiddenMatchesLoader extends BatchListLoader<HiddenMatch> {
  constructor(private readonly exclusions: ExclusionsRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<HiddenMatch[]> {
    return this.exclusions.findHiddenPairs(pairsOf(keys));
  }

  protected keyOf({ needId, supplierId }: HiddenMatch): string {
    return pairKey(needId, supplierId);
  }
}
