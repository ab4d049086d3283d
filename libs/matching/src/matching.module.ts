import { CapabilitiesModule } from '@app/capabilities';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { CandidateFactsRepository } from './candidates/candidate-facts.repository.js';
import { ReadingRenderer } from './cards/render-reading.js';
import { MatchComparer } from './finding/match-comparer.js';
import { MatchFinder } from './finding/match-finder.js';
import { MatchLists } from './matches/match-lists.js';
import { MatchesResolver } from './matches/matches.resolver.js';
import './matching.texts.js';
import { SupplyResponsesModule } from './responses/supply-responses.module.js';
import { NeedReader } from './reading/need-reader.js';
import { ParameterFinder } from './reading/parameter-finder.js';
import { NeedMatchesResolver } from './stored-needs/need-matches.resolver.js';

/** Matching needs with suppliers: reading, finding, comparing, explaining. */
@Module({
  imports: [CapabilitiesModule, ProcurementModule, SupplyResponsesModule],
  providers: [
    CandidateFactsRepository,
    MatchComparer,
    MatchFinder,
    MatchLists,
    MatchesResolver,
    NeedMatchesResolver,
    NeedReader,
    ParameterFinder,
    ReadingRenderer,
  ],
  exports: [MatchFinder, MatchLists, NeedReader],
})
export class MatchingModule {}
