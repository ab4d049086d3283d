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
import { type Rarity, sharedWords, wordsOf } from './word-set.js';

/** Words that only the organization's name or scope carry count so much for closeness. */
const ORGANIZATION_WORTH = 0.5;

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
    const subject = wordsOf(reading.subject);
    const now = this.clock.now();
    return (candidate) => {
      const words = this.wordsOf(candidate);
      const own = sharedWords(subject, words.capability.text, rarity);
      const both = sharedWords(subject, `${words.capability.text}，${words.organization.text}`, rarity);
      const textCloseness = own + (both - own) * ORGANIZATION_WORTH;
      return scoreMatch(
        reading,
        candidate,
        { now, partFits: fitter.fit(words), textCloseness },
        this.criteria,
        MATCH_WEIGHTS,
      );
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
