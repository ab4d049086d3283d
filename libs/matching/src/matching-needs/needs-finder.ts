import { Clock, ownTurn, type RequestBudget } from '@app/kernel';
import { AddressedNeedsReader, type NeedWithLines, type ProcurementNeed } from '@app/procurement';
import { SearchEngine } from '@app/search';
import { Injectable } from '@nestjs/common';
import { type CandidateFacts, NOTHING_STATED, StatedForNeedsReader } from '../candidates/candidate-facts.js';
import { MatchComparer } from '../comparing/match-comparer.js';
import { ExclusionsReader } from '../exclusions/exclusions.reader.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import { byScore, type ScoredMatch } from '../scoring/score-match.js';
import { needQueries, offerOf } from './need-queries.js';

/** The most needs that search brings in to be read and compared. */
const COMPARED = 400;

/** A need that an organization can meet, with the capability that meets it best. */
export interface FoundNeed extends ScoredMatch {
  readonly need: ProcurementNeed;
  readonly candidate: CandidateFacts;
}

/** What an organization's capabilities led to. */
export interface FoundNeeds {
  readonly matches: readonly FoundNeed[];
  /** Open needs compared, of which `matches` are the best. */
  readonly compared: number;
}

/** A supplier with published capabilities of its own. */
export interface Supplier {
  readonly organizationId: string;
  readonly offered: readonly CandidateFacts[];
  /** Whether its responses may be read: by its members, not by staff. */
  readonly withResponses: boolean;
}

/**
 * Finds the open needs that capabilities of one supplier can meet: the mirror of MatchFinder, by the same comparison. A
 * need comes in only if it addresses the supplier; what its buyer hides is compared as any supplier sees it.
 */
@Injectable()
export class NeedsFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly addressed: AddressedNeedsReader,
    private readonly comparer: MatchComparer,
    private readonly exclusions: ExclusionsReader,
    private readonly clock: Clock,
    private readonly pairs: PairComparer,
    private readonly responses: StatedForNeedsReader,
  ) {}

  /** The best `first` needs for a supplier, best first. The work ends when the request is over. */
  async findNeeds(
    { organizationId, offered, withResponses }: Supplier,
    first: number,
    budget?: RequestBudget,
  ): Promise<FoundNeeds> {
    if (offered.length === 0) return { matches: [], compared: 0 };
    const needs = await this.recallNeeds(organizationId, offered);
    const needIds = needs.map(({ need }) => need.id);
    const stated = withResponses
      ? await this.responses.readForSupplier(organizationId, needIds)
      : NOTHING_STATED;
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: false, stated });
    const matches: FoundNeed[] = [];
    for (const { need } of needs) {
      // Hundreds of needs are compared: other requests are answered in between.
      await ownTurn();
      budget?.throwIfOver();
      const best = compare(need.id, offered).sort(byScore)[0];
      if (best) matches.push({ need, ...best });
    }
    matches.sort((a, b) => byScore(a, b) || (a.need.id < b.need.id ? -1 : 1));
    return { matches: matches.slice(0, first), compared: matches.length };
  }

  /** The needs that address the supplier and that it has not put out of its sight, in any order. */
  private async recallNeeds(
    organizationId: string,
    offered: readonly CandidateFacts[],
  ): Promise<NeedWithLines[]> {
    const { comparer } = this;
    const offers = offered.map((each) => offerOf(each, comparer.conceptsOf(each), comparer.vocabulary));
    const now = this.clock.now();
    const recalled = await this.engine.recall('needs', needQueries(offers, now));
    const ids = recalled.slice(0, COMPARED).map(({ id }) => id);
    const conceptIds = [...new Set(offers.flatMap(({ asked }) => asked))];
    const addressed = await this.addressed.findAddressedNeeds(organizationId, { ids, conceptIds, now });
    const needIds = addressed.map(({ need }) => need.id);
    const excluded = await this.exclusions.findExcludedNeeds(organizationId, needIds);
    return addressed.filter(({ need }) => !excluded.has(need.id));
  }
}
