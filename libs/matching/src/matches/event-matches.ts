import { Clock } from '@app/kernel';
import { AddressedNeedsReader, type NeedWithLines, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { StatedForNeedsReader } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { CriterionKey } from '../criterion-key.js';
import { ExclusionsReader } from '../exclusions/exclusions.reader.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import { byScore } from '../scoring/score-match.js';
import type { StoredPair } from './pair-matches.reader.js';

/** Open needs of a buyer, and capabilities of a supplier, that are compared at most. */
const NEEDS_EACH = 8;
const OFFERED_EACH = 10;
/** Capabilities compared with a buyer's needs in one question; with many suppliers fewer of each are taken. */
const OFFERED_ALTOGETHER = 2000;
/** Fewer of each where all pairs of an event are scored at once. */
const SCORED_EACH = 4;

/** A buyer and a supplier, by their organizations. */
export interface EventPair {
  readonly buyerId: string;
  readonly supplierId: string;
}

/** The two sides of an event compared with each other: the computation of matching between given organizations. */
@Injectable()
export class EventMatches {
  constructor(
    private readonly pairs: PairComparer,
    private readonly candidates: CandidateFactsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly addressed: AddressedNeedsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly responses: StatedForNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The best match of a buyer with each of some suppliers, best first; for the buyer's members. */
  async ofBuyer(buyerId: string, supplierIds: readonly string[], first: number): Promise<StoredPair[]> {
    const needs = await this.needsOfBuyers([buyerId], NEEDS_EACH);
    if (needs.length === 0 || supplierIds.length === 0) return [];
    const each = Math.max(1, Math.min(OFFERED_EACH, Math.floor(OFFERED_ALTOGETHER / supplierIds.length)));
    const offered = await this.candidates.findFactsOfOrganizations(supplierIds, each);
    const needIds = needs.map(({ need }) => need.id);
    const excluded = await this.exclusions.findExcludedPairs(buyerId, { needIds, supplierIds });
    const stated = await this.responses.readForNeeds(needIds);
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: true, stated });
    const matches = needs.flatMap(({ need }) =>
      compare(need.id, offered)
        .filter(({ candidate }) => !excluded(need.id, candidate.organizationId))
        .map((match) => ({ need, ...match })),
    );
    return bestOfEach(matches, ({ candidate }) => candidate.organizationId).slice(0, first);
  }

  /**
   * The best match of a supplier with each of some buyers, best first; for the supplier's members. A need under an alias
   * is left out, since proposing its buyer would tell who stands behind it.
   */
  async ofSupplier(supplierId: string, buyerIds: readonly string[], first: number): Promise<StoredPair[]> {
    const offered = await this.candidates.findFactsOfOrganizations([supplierId], OFFERED_EACH);
    const needs = offered.length > 0 ? await this.needsShownTo(supplierId, buyerIds, NEEDS_EACH) : [];
    if (needs.length === 0) return [];
    const needIds = needs.map(({ need }) => need.id);
    const stated = await this.responses.readForSupplier(supplierId, needIds);
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: false, stated });
    const matches = needs.flatMap(({ need }) =>
      compare(need.id, offered).map((match) => ({ need, ...match })),
    );
    return bestOfEach(matches, ({ need }) => need.organizationId).slice(0, first);
  }

  /**
   * The score of the best match of each pair, 0 to 100, in the order of the pairs; 0 where there is none. Only public needs
   * that name the buyer count, since organizers read the value of a schedule.
   */
  async scores(pairs: readonly EventPair[]): Promise<number[]> {
    const buyers = [...new Set(pairs.map(({ buyerId }) => buyerId))];
    const suppliers = [...new Set(pairs.map(({ supplierId }) => supplierId))];
    if (pairs.length === 0) return [];
    const needs = await this.publicNeedsOf(buyers, SCORED_EACH);
    const offered = await this.candidates.findFactsOfOrganizations(suppliers, SCORED_EACH);
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: false });
    const needsOf = grouped(needs, ({ need }) => need.organizationId);
    const offersOf = grouped(offered, ({ organizationId }) => organizationId);
    return pairs.map(({ buyerId, supplierId }) => {
      const offers = offersOf.get(supplierId) ?? [];
      const scores = (needsOf.get(buyerId) ?? []).flatMap(({ need }) =>
        compare(need.id, offers).map(({ score }) => score),
      );
      return Math.max(0, ...scores);
    });
  }

  /** The newest of each buyer with any visibility: only for the buyer's own members. */
  private needsOfBuyers(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.findOpenNeeds(buyerIds, each, this.clock.now());
  }

  /** The newest of each buyer that are public and show its name: all that an organizer and every supplier may know. */
  private async publicNeedsOf(buyerIds: readonly string[], each: number): Promise<NeedWithLines[]> {
    return this.needs.findNeedsWithLines(
      await this.needs.findOpenNamedNeedIds(buyerIds, null, each, this.clock.now()),
    );
  }

  /** Those that address a supplier, that it has not put out of its sight, and under which the buyer stands by its name. */
  private async needsShownTo(
    supplierId: string,
    buyerIds: readonly string[],
    each: number,
  ): Promise<NeedWithLines[]> {
    const now = this.clock.now();
    const ids = await this.needs.findOpenNamedNeedIds(buyerIds, supplierId, each, now);
    const wanted = new Set(ids);
    const shown = await this.addressed.findAddressedNeeds(supplierId, { ids, conceptIds: [], now });
    const excluded = await this.exclusions.findExcludedNeeds(supplierId, ids);
    return shown.filter(({ need }) => wanted.has(need.id) && !excluded.has(need.id));
  }
}

/** The best match of each, without those that have nothing of what is asked for. */
function bestOfEach<P extends StoredPair>(matches: readonly P[], keyOf: (match: P) => string): P[] {
  const seen = new Set<string>();
  return matches
    .filter(({ criteria }) =>
      criteria.some(({ key, score }) => key === CriterionKey.CONCEPT_COVERAGE && score > 0),
    )
    .sort((a, b) => byScore(a, b) || (a.need.id < b.need.id ? -1 : 1))
    .filter((match) => !seen.has(keyOf(match)) && seen.add(keyOf(match)));
}

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}
