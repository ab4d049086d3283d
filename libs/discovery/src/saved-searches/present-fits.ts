import { Clock } from '@app/kernel';
import { describeNeed, MatchFinder, MatchFit, NeedsFinder, WatchedMatches } from '@app/matching';
import { ProcurementNeedsReader } from '@app/procurement';
import { MAX_HITS_PER_PAGE } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { WatchedSubject } from './saved-search.entity.js';

/** What matching finds now for a stored need, capability or supplier. */
@Injectable()
export class PresentFits {
  constructor(
    private readonly capabilities: MatchFinder,
    private readonly found: NeedsFinder,
    private readonly watched: WatchedMatches,
    private readonly needs: ProcurementNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The keys of what fits, best first. */
  async keys({ needId, capabilityId, organizationId }: WatchedSubject): Promise<string[]> {
    if (needId) return this.forNeed(needId);
    if (organizationId === null) return [];
    const offered = await this.watched.offersOf({ organizationId, capabilityId });
    const supplier = { organizationId, offered, withResponses: false };
    const { matches } = await this.found.find(supplier, MAX_HITS_PER_PAGE);
    return matches.flatMap(({ fit, need }) => (fit === MatchFit.FITS ? need.id : []));
  }

  private async forNeed(needId: string): Promise<string[]> {
    const stored = await this.needs.withLines(needId);
    if (!stored) return [];
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const description = describeNeed(stored.need, stored.lines, view);
    const { matches } = await this.capabilities.find(description, MAX_HITS_PER_PAGE);
    const keys = matches.map(({ candidate }) => candidate.capabilityId);
    const fitting = (await this.watched.capabilitiesFor([needId], keys)).get(needId) ?? [];
    return keys.filter((key) => fitting.includes(key));
  }
}
