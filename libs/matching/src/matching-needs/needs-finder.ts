import { ownTurn, type RequestBudget } from '@app/kernel';
import type { ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import { NOTHING_STATED, StatedForNeedsReader } from '../candidates/stated-for-needs.js';
import { byScore } from '../scoring/rank-order.js';
import type { ScoredMatch } from '../scoring/score-match.js';
import { NeedRecall } from './need-recall.js';

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
    private readonly recall: NeedRecall,
    private readonly pairs: PairComparer,
    private readonly responses: StatedForNeedsReader,
  ) {}

  /** The best `first` needs for a supplier, best first. The work ends when the request is over. */
  async find(
    { organizationId, offered, withResponses }: Supplier,
    first: number,
    budget?: RequestBudget,
  ): Promise<FoundNeeds> {
    if (offered.length === 0) return { matches: [], compared: 0 };
    const needs = await this.recall.gather(organizationId, offered);
    const needIds = needs.map(({ need }) => need.id);
    const stated = withResponses
      ? await this.responses.readForSupplier(organizationId, needIds)
      : NOTHING_STATED;
    const compare = await this.pairs.forNeeds(needs, { seesHiddenAmounts: false, stated });
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
}
