import type { Viewer } from '@app/identity';
import { maySeeAmount, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { type CandidateFacts, NOTHING_STATED, StatedForNeedsReader } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import type { MatchedPair } from './match-views.js';

/** A match is between a buyer and a supplier: members of either see its card, and staff, who help both. */
function maySeePair(viewer: Viewer, need: { readonly organizationId: string }, supplierId: string): boolean {
  return viewer.staff || viewer.memberOf(need.organizationId) || viewer.memberOf(supplierId);
}

/** A stored need and a capability as keys. */
export interface Pair {
  readonly needId: string;
  readonly capabilityId: string;
}

/** A match of a stored need. */
export interface StoredPair extends MatchedPair {
  readonly need: ProcurementNeed;
}

/** One need and one capability compared, for those who stand on one of its two sides. */
@Injectable()
export class PairMatchesReader {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly candidates: CandidateFactsRepository,
    private readonly comparer: PairComparer,
    private readonly stated: StatedForNeedsReader,
  ) {}

  /**
   * The match of a pair; null where the viewer may not see one of the two, stands on neither side, or the buyer excludes
   * the supplier: nobody can tell which.
   */
  async findPairMatch(viewer: Viewer, { needId, capabilityId }: Pair): Promise<StoredPair | null> {
    const sides = await this.findSides(viewer, { needId, capabilityId });
    if (!sides) return null;
    const { need, candidate } = sides;
    const whole = await this.needs.findNeedWithLines(need.id);
    const seesHiddenAmounts = maySeeAmount(viewer, need, false);
    const isOnASide = viewer.memberOf(need.organizationId) || viewer.memberOf(candidate.organizationId);
    const stated = isOnASide
      ? await this.stated.readForSupplier(candidate.organizationId, [need.id])
      : NOTHING_STATED;
    const compare = await this.comparer.prepareComparison(whole ? [whole] : [], {
      seesHiddenAmounts,
      stated,
      single: true,
    });
    const [match] = compare(need.id, [candidate]);
    return match ? { need, ...match } : null;
  }

  /** The two sides of a pair, if the viewer may see the match of them. */
  async findSides(
    viewer: Viewer,
    { needId, capabilityId }: Pair,
  ): Promise<{ need: ProcurementNeed; candidate: CandidateFacts } | null> {
    const need = await this.needs.findVisibleNeed(viewer, needId);
    const [candidate] = need ? await this.candidates.findFacts([capabilityId]) : [];
    if (!need || !candidate || need.organizationId === candidate.organizationId) return null;
    if (!maySeePair(viewer, need, candidate.organizationId)) return null;
    // A member of several organizations sees more than the supplier itself is asked for.
    const asked = viewer.memberOf(need.organizationId) || (await this.addressed(need, candidate));
    return asked ? { need, candidate } : null;
  }

  private addressed(need: ProcurementNeed, { organizationId }: CandidateFacts): Promise<boolean> {
    return this.needs.isAddressedTo(need, organizationId);
  }
}
