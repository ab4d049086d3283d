import type { NeedDescription, NeedReader, NeedReading } from '@app/need-reading';
import type { TextDirection } from '@app/search';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { byScore, type ScoredMatch } from '../scoring/score-match.js';
import { rarityIn, type RarityTable, wordsAsked } from '../words/rarity.js';
import type { CandidateComparer } from './candidate-comparer.js';
import { type GatheringQuery, recallQueries } from './recall.js';

/** Everything that follows from the words of a need alone. */
interface PreparedNeed {
  readonly reading: NeedReading;
  /** The queries that gather candidates. */
  readonly queries: readonly GatheringQuery[];
  /** The words whose rarity the comparison asks for. */
  readonly words: readonly string[];
}

/** A need and the candidates that it is compared with. */
interface ComparedNeed {
  readonly reading: NeedReading;
  readonly rarity: RarityTable;
  readonly direction: TextDirection | null;
  readonly candidates: readonly CandidateFacts[];
}

/** The same, with how many suppliers are wanted. */
interface WantedMatches extends ComparedNeed {
  readonly first: number;
}

/** A candidate by its place among those compared, and its match: facts are not sent back. */
interface RankedCandidate {
  readonly index: number;
  readonly match: ScoredMatch;
}

/** What the computing part of matching is asked, by name. */
export interface MatchTasks {
  prepare(need: NeedDescription, atStep: () => void): PreparedNeed;
  /** The best suppliers, one candidate of each. */
  best(compared: WantedMatches, atStep: () => void): RankedCandidate[];
  /** The places of all candidates, the best first. */
  order(compared: ComparedNeed, atStep: () => void): number[];
}

/**
 * The computing part of matching: reading, and comparing with candidates. Pure: the same input gives the same result in
 * this thread and in any other.
 */
export class MatchComputer implements MatchTasks {
  constructor(
    private readonly reader: Pick<NeedReader, 'readNeed'>,
    private readonly comparer: Pick<CandidateComparer, 'best' | 'forNeed' | 'meaningOf' | 'vocabulary'>,
  ) {}

  prepare(need: NeedDescription, atStep: () => void): PreparedNeed {
    atStep();
    const reading = this.reader.readNeed(need);
    atStep();
    const near = this.comparer.meaningOf(reading)?.nearWords() ?? [];
    atStep();
    const queries = recallQueries(reading, this.comparer.vocabulary, near);
    return { reading, queries, words: wordsAsked(reading) };
  }

  best(
    { reading, rarity, direction, candidates, first }: WantedMatches,
    atStep: () => void,
  ): RankedCandidate[] {
    const asked = { rarity: rarityIn(rarity), direction };
    const places = new Map(candidates.map((candidate, index) => [candidate, index]));
    return this.comparer
      .best(reading, asked, candidates, first, atStep)
      .map(({ candidate, ...match }) => ({ index: places.get(candidate)!, match }));
  }

  order({ reading, rarity, direction, candidates }: ComparedNeed, atStep: () => void): number[] {
    const compare = this.comparer.forNeed(reading, { rarity: rarityIn(rarity), direction });
    return candidates
      .map((candidate, index) => {
        atStep();
        return { index, candidate, ...compare(candidate) };
      })
      .sort(byScore)
      .map(({ index }) => index);
  }
}
