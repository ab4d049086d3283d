import { Clock } from '@app/kernel';
import { AddressedNeeds, type NeedWithLines, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { MatchExclusions } from '../exclusions/match-exclusions.js';

/** The open needs with which buyers come to an event. */
@Injectable()
export class EventNeeds {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly addressed: AddressedNeeds,
    private readonly exclusions: MatchExclusions,
    private readonly clock: Clock,
  ) {}

  /** The newest of each buyer, whoever may see them. */
  ofBuyers(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.openOf(buyerIds, each, this.clock.now());
  }

  /** Those that address a supplier, that it has not put out of its sight, and under which the buyer stands by its name. */
  async shownTo(supplierId: string, buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    const open = await this.ofBuyers(buyerIds, each);
    const ids = open.filter(({ need }) => need.alias === null).map(({ need }) => need.id);
    const wanted = new Set(ids);
    const shown = await this.addressed.of(supplierId, { ids, conceptIds: [], now: this.clock.now() });
    const excluded = await this.exclusions.needsFor(supplierId, ids);
    return shown.filter(({ need }) => wanted.has(need.id) && !excluded.has(need.id));
  }
}
