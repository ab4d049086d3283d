import { Clock } from '@app/kernel';
import { AddressedNeeds, type NeedWithLines } from '@app/procurement';
import { SearchEngine } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { MatchExclusions } from '../exclusions/match-exclusions.js';
import { MatchComparer } from '../finding/match-comparer.js';
import { needQueries, offerOf } from './need-queries.js';

/** The most needs that search brings in to be read and compared. */
const COMPARED = 400;

/** Gathers the open needs that capabilities of one supplier may meet, from search and from the tables. */
@Injectable()
export class NeedRecall {
  constructor(
    private readonly engine: SearchEngine,
    private readonly needs: AddressedNeeds,
    private readonly comparer: MatchComparer,
    private readonly exclusions: MatchExclusions,
    private readonly clock: Clock,
  ) {}

  /** The needs that address the supplier and that it has not put out of its sight, in any order. */
  async gather(organizationId: string, offered: readonly CandidateFacts[]): Promise<NeedWithLines[]> {
    const { comparer } = this;
    const offers = offered.map((each) => offerOf(each, comparer.conceptsOf(each), comparer.vocabulary));
    const now = this.clock.now();
    const recalled = await this.engine.recall('needs', needQueries(offers, now));
    const ids = recalled.slice(0, COMPARED).map(({ id }) => id);
    const conceptIds = [...new Set(offers.flatMap(({ asked }) => asked))];
    const addressed = await this.needs.of(organizationId, { ids, conceptIds, now });
    const needIds = addressed.map(({ need }) => need.id);
    const excluded = await this.exclusions.needsFor(organizationId, needIds);
    return addressed.filter(({ need }) => !excluded.has(need.id));
  }
}
