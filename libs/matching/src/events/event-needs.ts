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

  /** The newest of each buyer, whoever may see them: for the buyer's own members only. */
  ofBuyers(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.openOf(buyerIds, each, this.clock.now());
  }

  /** The newest public ones of each buyer that show its name: all that an organizer and every supplier may know of. */
  publicOf(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.openNamedOf(buyerIds, null, each, this.clock.now());
  }

  /** Those that address a supplier, that it has not put out of its sight, and under which the buyer stands by its name. */
  async shownTo(supplierId: string, buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    const now = this.clock.now();
    const open = await this.needs.openNamedOf(buyerIds, supplierId, each, now);
    const ids = open.map(({ need }) => need.id);
    const wanted = new Set(ids);
    const shown = await this.addressed.of(supplierId, { ids, conceptIds: [], now });
    const excluded = await this.exclusions.needsFor(supplierId, ids);
    return shown.filter(({ need }) => wanted.has(need.id) && !excluded.has(need.id));
  }
}
