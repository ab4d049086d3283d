import { Clock } from '@app/kernel';
import { Certificates, ConceptExtractor, ConceptVocabulary, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { allCriteria } from '../criteria/criteria.js';
import type { MatchCriterion } from '../criteria/match-criterion.js';
import type { NeedReading } from '../reading/need-reading.js';
import { MATCH_WEIGHTS } from '../scoring/match-weights.js';
import { scoreMatch, type ScoredMatch } from '../scoring/score-match.js';
import { candidateWords, type CandidateWords } from './candidate-words.js';
import { CurrentVectors } from '../vectors/current-vectors.js';
import { PartFitter } from './fit-parts.js';
import { NeedMeaning } from './need-meaning.js';
import { NeedWording } from './need-wording.js';
import type { Rarity } from './word-set.js';

/** Compares one need with any number of candidates: words first, then every criterion. */
@Injectable()
export class MatchComparer {
  private readonly criteria: readonly MatchCriterion[];
  /** Words of candidates that are compared with several needs. */
  private readonly prepared = new WeakMap<CandidateFacts, CandidateWords>();

  constructor(
    readonly vocabulary: ConceptVocabulary,
    private readonly extractor: ConceptExtractor,
    certificates: Certificates,
    regions: Regions,
    private readonly clock: Clock,
    private readonly vectors: CurrentVectors,
  ) {
    this.criteria = allCriteria({ vocabulary, certificates, regions });
  }

  /** A function that scores candidates for a need; `rarity` comes from the index. */
  forNeed(reading: NeedReading, rarity: Rarity): (candidate: CandidateFacts) => ScoredMatch {
    const fitter = new PartFitter(reading, this.vocabulary, rarity);
    const wording = new NeedWording(reading, rarity);
    const meant = this.meaningOf(reading);
    const now = this.clock.now();
    return (candidate) => {
      const words = this.wordsOf(candidate);
      const closeness = wording.closeness(words);
      const meaning = meant?.nearness(words) ?? null;
      const context = { now, partFits: fitter.fit(words), closeness, meaning };
      return scoreMatch(reading, candidate, context, this.criteria, MATCH_WEIGHTS);
    };
  }

  /** What a need means among the word vectors; null where they say nothing of it. */
  meaningOf(reading: NeedReading): NeedMeaning | null {
    return NeedMeaning.of(reading, this.vectors.get());
  }

  /** The concepts that a candidate's capability names or declares. */
  conceptsOf(candidate: CandidateFacts): string[] {
    return [...this.wordsOf(candidate).capability.concepts.keys()];
  }

  private wordsOf(candidate: CandidateFacts): CandidateWords {
    let words = this.prepared.get(candidate);
    if (!words) this.prepared.set(candidate, (words = candidateWords(candidate, this.extractor)));
    return words;
  }
}
