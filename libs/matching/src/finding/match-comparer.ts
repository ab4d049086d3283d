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
import { PartFitter } from './fit-parts.js';
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
  ) {
    this.criteria = allCriteria({ vocabulary, certificates, regions });
  }

  /** A function that scores candidates for a need; `rarity` comes from the index. */
  forNeed(reading: NeedReading, rarity: Rarity): (candidate: CandidateFacts) => ScoredMatch {
    const fitter = new PartFitter(reading, this.vocabulary, rarity);
    const wording = new NeedWording(reading, rarity);
    const now = this.clock.now();
    return (candidate) => {
      const words = this.wordsOf(candidate);
      const closeness = wording.closeness(words);
      const context = { now, partFits: fitter.fit(words), closeness };
      return scoreMatch(reading, candidate, context, this.criteria, MATCH_WEIGHTS);
    };
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
