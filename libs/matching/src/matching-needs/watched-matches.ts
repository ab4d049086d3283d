import { Clock } from '@app/kernel';
import { NeedReader } from '@app/need-reading';
import { AddressedNeedsReader, type NeedWithLines, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { MatchComparer } from '../comparing/match-comparer.js';
import { ExclusionsReader, type OutOfSightOf } from '../exclusions/exclusions.reader.js';
import { describeNeed } from '../pairs/describe-need.js';
import { PairComparer } from '../pairs/pair-comparer.js';
import { MatchFit } from '../scoring/score-match.js';
import { offerOf } from './need-queries.js';

/** The most capabilities of a supplier that a need is compared with: what it declared itself comes first. */
const OFFERED = 40;

/** A supplier that waits for needs: with everything it offers, or with one capability. */
export interface WatchingSupplier {
  readonly organizationId: string;
  readonly capabilityId: string | null;
}

/**
 * Whether changed listings fit what somebody waits for: the computation of matching, asked the other way round. Only what
 * FITS counts, which hangs on words alone, never on what one side hides.
 */
@Injectable()
export class WatchedMatches {
  constructor(
    private readonly pairs: PairComparer,
    private readonly candidates: CandidateFactsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly addressed: AddressedNeedsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly clock: Clock,
  ) {}

  /** Of some capabilities, those that fit each of some needs, without suppliers that its buyer put out of its sight. */
  async findFittingCapabilities(
    needIds: readonly string[],
    capabilityIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    if (needIds.length === 0 || capabilityIds.length === 0) return new Map();
    const needs = await this.needs.findNeedsWithLines(needIds);
    const offered = await this.candidates.findFacts(capabilityIds);
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: false });
    const fitting = new Map<string, string[]>();
    for (const { need } of needs) {
      const fits = compare(need.id, offered).filter(({ fit }) => fit === MatchFit.FITS);
      if (fits.length === 0) continue;
      const excluded = await this.exclusions.findExcludedSuppliers(need);
      const proposed = fits.filter(({ candidate }) => !excluded.includes(candidate.organizationId));
      fitting.set(
        need.id,
        proposed.map(({ candidate }) => candidate.capabilityId),
      );
    }
    return fitting;
  }

  /** Of some needs, those that are open, address the supplier and fit something that it offers. */
  async findFittingNeeds(supplier: WatchingSupplier, needIds: readonly string[]): Promise<string[]> {
    const offered = await this.findOffers(supplier);
    if (offered.length === 0 || needIds.length === 0) return [];
    const needs = await this.addressedOf(supplier, needIds);
    const compare = await this.pairs.prepareComparison(needs, { seesHiddenAmounts: false });
    return needs.flatMap(({ need }) =>
      compare(need.id, offered).some(({ fit }) => fit === MatchFit.FITS) ? need.id : [],
    );
  }

  /** The suppliers that a buyer put out of its sight for a need, or that block it. */
  suppliersOutOfSight(need: { readonly id: string; readonly organizationId: string }): Promise<string[]> {
    return this.exclusions.findExcludedSuppliers(need);
  }

  /** The needs, of some, that a supplier put out of its sight. */
  needsOutOfSight(supplierId: string, needIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.exclusions.findExcludedNeeds(supplierId, needIds);
  }

  /** What each of some organizations put out of its sight, or is out of sight by a block: of some needs, and of all others. */
  putOutOfSight(organizationIds: readonly string[], needIds: readonly string[]): Promise<OutOfSightOf> {
    return this.exclusions.findOutOfSight(organizationIds, needIds);
  }

  /** What a supplier waits with: one capability, or the best known of all. */
  findOffers({ organizationId, capabilityId }: WatchingSupplier): Promise<CandidateFacts[]> {
    return capabilityId
      ? this.candidates.findFacts([capabilityId])
      : this.candidates.findFactsOfOrganization(organizationId, OFFERED);
  }

  private async addressedOf(
    { organizationId }: WatchingSupplier,
    needIds: readonly string[],
  ): Promise<NeedWithLines[]> {
    const wish = { ids: needIds, conceptIds: [], now: this.clock.now() };
    const needs = await this.addressed.findAddressedNeeds(organizationId, wish);
    const excluded = await this.exclusions.findExcludedNeeds(organizationId, needIds);
    return needs.filter(({ need }) => needIds.includes(need.id) && !excluded.has(need.id));
  }
}

/** Narrower and broader concepts of one that is asked for. */
const NARROWER = 200;

/** Words and concepts of which a listing must have at least one to fit: what narrows whom a change may concern. */
export interface WatchedWords {
  readonly texts: readonly string[];
  readonly conceptIds: readonly string[];
}

/** Says by which words and concepts a listing is known that may fit. */
@Injectable()
export class WatchedWordsReader {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly reader: NeedReader,
    private readonly comparer: MatchComparer,
    private readonly watched: WatchedMatches,
    private readonly clock: Clock,
  ) {}

  /** For a need: the names of what is asked, and of whatever is narrower or one step broader. */
  async readWordsOfNeed(needId: string): Promise<WatchedWords> {
    const stored = await this.needs.findNeedWithLines(needId);
    if (!stored) return { texts: [], conceptIds: [] };
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const { parts } = this.reader.readNeed(describeNeed(stored.need, stored.lines, view));
    const asked = parts.filter(({ role }) => role === 'HEAD' || role === 'DEFINING');
    const { vocabulary } = this.comparer;
    const concepts = asked.flatMap(({ conceptId }) => conceptId ?? []);
    return {
      texts: [
        ...new Set([...asked.map(({ text }) => text), ...concepts.flatMap((id) => vocabulary.expand(id))]),
      ],
      conceptIds: [
        ...new Set(
          concepts.flatMap((id) => [
            id,
            ...vocabulary.ancestors(id),
            ...vocabulary.descendants(id).slice(0, NARROWER),
          ]),
        ),
      ],
    };
  }

  /** For a supplier: the words of what it offers, and the concepts that needs may ask it by. */
  async readWordsOfSupplier(supplier: WatchingSupplier): Promise<WatchedWords> {
    const offered = await this.watched.findOffers(supplier);
    const asked = offered.flatMap(
      (each) => offerOf(each, this.comparer.conceptsOf(each), this.comparer.vocabulary).asked,
    );
    const texts = offered.flatMap(({ title, processes, materials }) => [title, ...processes, ...materials]);
    return { texts: [...new Set(texts)], conceptIds: [...new Set(asked)] };
  }
}
