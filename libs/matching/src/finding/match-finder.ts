import type { RequestBudget } from '@app/kernel';
import { SearchEngine, TermStatistics, type TextDirection, vectorField } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { MatchPool } from '../comparing/match-pool.js';
import { NeedDirections } from './need-directions.js';
import type { NeedDescription, NeedReading } from '@app/need-reading';
import type { FoundMatch } from '../comparing/best-matches.js';
import { mayBeListed } from './hard-conditions.js';
import { mostPromising } from '../comparing/recall.js';
import { rarityTable } from '../words/rarity.js';

/** The most candidates whose facts are read and compared; the promise of recall orders them. */
const COMPARED = 300;
/** The most candidates that are brought in by their vectors alone: together no more than 500 are compared. */
const NEAREST = 100;

/** What a need led to. */
export interface FoundMatches {
  readonly reading: NeedReading;
  readonly matches: readonly FoundMatch[];
  /** Suppliers compared, of which `matches` are the best. */
  readonly compared: number;
}

/** What is known of candidates beside their listings, such as what a supplier answered to the need. */
export interface BesideListings {
  /** Capabilities that are compared, recalled or not. */
  readonly capabilityIds: readonly string[];
  /** A candidate with what is known of it. */
  readonly of: (candidate: CandidateFacts) => CandidateFacts;
}

const NOTHING_BESIDE: BesideListings = { capabilityIds: [], of: (candidate) => candidate };

/** Finds the suppliers that fit a need: reads it, recalls candidates, compares them, and keeps the best of each supplier. */
@Injectable()
export class MatchFinder {
  constructor(
    private readonly pool: MatchPool,
    private readonly engine: SearchEngine,
    private readonly statistics: TermStatistics,
    private readonly candidates: CandidateFactsRepository,
    private readonly directions: NeedDirections,
  ) {}

  /**
   * The best `first` suppliers for a need, best first; `known` is what is known of some beside their listings. The work
   * ends when the request is over that `budget` stands for.
   */
  async findMatches(
    need: NeedDescription,
    first: number,
    known: BesideListings = NOTHING_BESIDE,
    budget?: RequestBudget,
  ): Promise<FoundMatches> {
    const { reading, queries, words } = await this.pool.run('prepare', need, budget);
    const direction = await this.directions.findDirection(reading);
    const [recalled, near] = await Promise.all([
      queries.length > 0 ? this.engine.recall('capabilities', queries) : [],
      this.nearTo(direction),
    ]);
    budget?.throwIfOver();
    const ids = mostPromising(queries, recalled)
      .slice(0, COMPARED)
      .map(({ id }) => id);
    const facts = await this.candidates.findFacts([...new Set([...known.capabilityIds, ...ids, ...near])]);
    const candidates = facts.map(known.of).filter((candidate) => mayBeListed(reading, candidate));
    budget?.throwIfOver();
    const rarity = await rarityTable(words, this.statistics);
    const compared = { reading, rarity, direction, candidates, first };
    const ranked = await this.pool.run('best', compared, budget);
    return {
      reading,
      matches: ranked.map(({ index, match }) => ({ candidate: candidates[index]!, ...match })),
      compared: new Set(candidates.map(({ organizationId }) => organizationId)).size,
    };
  }

  /** Candidates that no word brings in, by an engine that finds by vectors; they come beside the others and displace none. */
  private async nearTo(direction: TextDirection | null): Promise<string[]> {
    if (!direction || !this.engine.findsByVectors) return [];
    const query = { field: vectorField(direction.model), components: [...direction.components] };
    return (await this.engine.nearest('capabilities', query, NEAREST)).map(({ id }) => id);
  }
}
