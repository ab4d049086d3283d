import { SearchEngine, TermStatistics } from '@app/search';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import type { NeedDescription } from '../reading/need-description.js';
import { NeedReader } from '../reading/need-reader.js';
import type { NeedReading } from '../reading/need-reading.js';
import type { FoundMatch } from './best-matches.js';
import { mayBeListed } from './hard-conditions.js';
import { MatchComparer } from './match-comparer.js';
import { mostPromising } from './promise.js';
import { rarityOf } from './rarity.js';
import { recallQueries } from './recall-queries.js';

/** The most candidates whose facts are read and compared; the promise of recall orders them. */
const COMPARED = 300;

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
    private readonly reader: NeedReader,
    private readonly engine: SearchEngine,
    private readonly statistics: TermStatistics,
    private readonly candidates: CandidateFactsRepository,
    private readonly comparer: MatchComparer,
  ) {}

  /** The best `first` suppliers for a need, best first; `known` is what is known of some beside their listings. */
  async find(
    need: NeedDescription,
    first: number,
    known: BesideListings = NOTHING_BESIDE,
  ): Promise<FoundMatches> {
    const reading = this.reader.read(need);
    const near = this.comparer.meaningOf(reading)?.nearWords() ?? [];
    const queries = recallQueries(reading, this.comparer.vocabulary, near);
    const recalled = queries.length > 0 ? await this.engine.recall('capabilities', queries) : [];
    const ids = mostPromising(queries, recalled)
      .slice(0, COMPARED)
      .map(({ id }) => id);
    const facts = await this.candidates.load([...new Set([...known.capabilityIds, ...ids])]);
    const possible = facts.map(known.of).filter((candidate) => mayBeListed(reading, candidate));
    const rarity = await rarityOf(reading, this.statistics);
    return {
      reading,
      matches: this.comparer.best(reading, rarity, possible, first),
      compared: new Set(possible.map(({ organizationId }) => organizationId)).size,
    };
  }
}
