import { TaxonomyModule } from '@app/taxonomy';
import { Module } from '@nestjs/common';
import { CandidateFactsRepository } from './candidates/candidate-facts.repository.js';
import { MatchComparer } from './finding/match-comparer.js';
import { MatchFinder } from './finding/match-finder.js';
import { NeedReader } from './reading/need-reader.js';
import { ParameterFinder } from './reading/parameter-finder.js';

/** Matching needs with suppliers. */
@Module({
  imports: [TaxonomyModule],
  providers: [CandidateFactsRepository, MatchComparer, MatchFinder, NeedReader, ParameterFinder],
  exports: [MatchFinder, NeedReader],
})
export class MatchingModule {}
