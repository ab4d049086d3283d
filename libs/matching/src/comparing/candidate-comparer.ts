import { type NeedReading, ParameterFinder } from '@app/need-reading';
import type { TextDirection } from '@app/search';
import type { Certificates, ConceptExtractor, ConceptVocabulary, Regions } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { allCriteria } from '../criteria/criteria.js';
import type { MatchCriterion } from '../criteria/match-criterion.js';
import { bestMatches, type FoundMatch } from './best-matches.js';
import type { ScoredMatch } from '../scoring/score-match.js';
import type { WordVectors } from '../vectors/word-vectors.js';
import { candidateWords, type CandidateWords, type CandidateWordsSources } from '../words/candidate-words.js';
import { PartFitter } from '../words/fit-parts.js';
import { NeedMeaning } from '../words/need-meaning.js';
import { NeedWording } from '../words/need-wording.js';
import type { Rarity } from '../words/word-set.js';
import { NeedComparison } from './need-comparison.js';

/** What is known of a need's words beside the words themselves. */
interface AskedOfSearch {
  readonly rarity: Rarity;
  /** Null where the outside model says nothing of the need. */
  readonly direction: TextDirection | null;
}

/** What needs and candidates are compared with. */
interface ComparerKnowledge {
  readonly vocabulary: ConceptVocabulary;
  readonly extractor: ConceptExtractor;
  readonly certificates: Certificates;
  readonly regions: Regions;
  readonly now: () => Date;
  /** The word vectors; null when there are none. */
  readonly vectors: () => WordVectors | null;
}

/**
 * Compares one need with any number of candidates: words first, then every criterion. Reads no database, so that it runs
 * in any thread.
 */
export class CandidateComparer {
  private readonly criteria: readonly MatchCriterion[];
  private readonly sources: CandidateWordsSources;
  /** Words of candidates that are compared with several needs. */
  private readonly prepared = new WeakMap<CandidateFacts, CandidateWords>();

  constructor(private readonly knowledge: ComparerKnowledge) {
    const { vocabulary, certificates, regions } = knowledge;
    this.criteria = allCriteria({ vocabulary, certificates, regions });
    this.sources = { certificates, regions, vocabulary, parameters: new ParameterFinder(vocabulary) };
  }

  get vocabulary(): ConceptVocabulary {
    return this.knowledge.vocabulary;
  }

  /** A function that scores candidates for a need; rarity comes from the index, a direction from the outside model. */
  forNeed(reading: NeedReading, asked: AskedOfSearch): (candidate: CandidateFacts) => ScoredMatch {
    const comparison = this.comparison(reading, asked);
    return (candidate) => comparison.complete(comparison.gather(candidate, this.wordsOf(candidate)));
  }

  /** The best `first` suppliers among candidates, best first; `atStep` is called before each step and may throw. */
  best(
    reading: NeedReading,
    asked: AskedOfSearch,
    candidates: readonly CandidateFacts[],
    first: number,
    atStep?: () => void,
  ): FoundMatch[] {
    const comparison = this.comparison(reading, asked);
    const gathered = candidates.map((each) => {
      atStep?.();
      return comparison.gather(each, this.wordsOf(each));
    });
    return bestMatches(comparison, gathered, first, atStep);
  }

  /** What a need means among the word vectors; null where they say nothing of it. */
  meaningOf(reading: NeedReading): NeedMeaning | null {
    return NeedMeaning.of(reading, this.knowledge.vectors());
  }

  /** The concepts that a candidate's capability names or declares. */
  conceptsOf(candidate: CandidateFacts): string[] {
    return [...this.wordsOf(candidate).capability.concepts.keys()];
  }

  private comparison(reading: NeedReading, { rarity, direction }: AskedOfSearch): NeedComparison {
    return new NeedComparison(reading, {
      fitter: new PartFitter(reading, this.vocabulary, rarity),
      wording: new NeedWording(reading, rarity, this.vocabulary),
      meant: this.meaningOf(reading),
      direction,
      criteria: this.criteria,
      vocabulary: this.vocabulary,
      now: this.knowledge.now(),
    });
  }

  private wordsOf(candidate: CandidateFacts): CandidateWords {
    let words = this.prepared.get(candidate);
    if (!words)
      this.prepared.set(
        candidate,
        (words = candidateWords(candidate, this.knowledge.extractor, this.sources)),
      );
    return words;
  }
}
