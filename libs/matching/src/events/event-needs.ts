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

  /** The newest of each buyer with any visibility: only for the buyer's own members. */
  ofBuyers(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.openOf(buyerIds, each, this.clock.now());
  }

  /** The newest of each buyer that are public and show its name: all that an organizer and every supplier may know. */
  async publicOf(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.manyWithLines(await this.needs.openNamedOf(buyerIds, null, each, this.clock.now()));
  }

  /** Those that address a supplier, that it has not put out of its sight, and under which the buyer stands by its name. */
  async shownTo(supplierId: string, buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    const now = this.clock.now();
    const ids = await this.needs.openNamedOf(buyerIds, supplierId, each, now);
    const wanted = new Set(ids);
    const shown = await this.addressed.of(supplierId, { ids, conceptIds: [], now });
    const excluded = await this.exclusions.needsFor(supplierId, ids);
    return shown.filter(({ need }) => wanted.has(need.id) && !excluded.has(need.id));
  }
}
