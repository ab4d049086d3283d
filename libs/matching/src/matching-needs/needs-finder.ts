import { Clock } from '@app/kernel';
import { AddressedNeeds, type NeedWithLines, type ProcurementNeed } from '@app/procurement';
import { SearchEngine } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import { byScore } from '../scoring/rank-order.js';
import type { ScoredMatch } from '../scoring/score-match.js';
import { needQueries, offerOf } from './need-queries.js';
import { MatchComparer } from '../finding/match-comparer.js';

/** The most needs that are read and compared. */
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

/**
 * Finds the open needs that capabilities of one supplier can meet: the mirror of MatchFinder, by the same comparison. A
 * need comes in only if it addresses the supplier; what its buyer hides is compared as any supplier sees it.
 */
@Injectable()
export class NeedsFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly needs: AddressedNeeds,
    private readonly pairs: PairComparer,
    private readonly comparer: MatchComparer,
    private readonly clock: Clock,
  ) {}

  /** The best `first` needs for published capabilities of one organization, best first. */
  async find(organizationId: string, offered: readonly CandidateFacts[], first: number): Promise<FoundNeeds> {
    if (offered.length === 0) return { matches: [], compared: 0 };
    const needs = await this.gather(organizationId, offered);
    const compare = await this.pairs.forNeeds(needs, { seesHiddenAmounts: false });
    const matches = needs.flatMap(({ need }) => {
      const best = compare(need.id, offered).sort(byScore)[0];
      return best ? [{ need, ...best }] : [];
    });
    matches.sort((a, b) => byScore(a, b) || (a.need.id < b.need.id ? -1 : 1));
    return { matches: matches.slice(0, first), compared: matches.length };
  }

  private async gather(organizationId: string, offered: readonly CandidateFacts[]): Promise<NeedWithLines[]> {
    const { comparer } = this;
    const offers = offered.map((each) => offerOf(each, comparer.conceptsOf(each), comparer.vocabulary));
    const now = this.clock.now();
    const recalled = await this.engine.recall('needs', needQueries(offers, now));
    const ids = recalled.slice(0, COMPARED).map(({ id }) => id);
    const conceptIds = [...new Set(offers.flatMap(({ asked }) => asked))];
    return this.needs.of(organizationId, { ids, conceptIds, now });
  }
}
