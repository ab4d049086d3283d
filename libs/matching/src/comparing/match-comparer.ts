import { Clock } from '@app/kernel';
import { Certificates, ConceptExtractor, ConceptVocabulary, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { CurrentVectors } from '../vectors/current-vectors.js';
import { CandidateComparer } from './candidate-comparer.js';

/** The comparer of this process, with its vocabulary and the vectors that it holds. */
@Injectable()
export class MatchComparer extends CandidateComparer {
  constructor(
    vocabulary: ConceptVocabulary,
    extractor: ConceptExtractor,
    certificates: Certificates,
    regions: Regions,
    clock: Clock,
    vectors: CurrentVectors,
  ) {
    super({
      vocabulary,
      extractor,
      certificates,
      regions,
      now: () => clock.now(),
      vectors: () => vectors.getVectors(),
    });
  }
}
