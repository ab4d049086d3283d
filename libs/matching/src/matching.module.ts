import { CapabilitiesModule } from '@app/capabilities';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MatchPool } from './comparing/match-pool.js';
import { NeedReadingModule } from '@app/need-reading';
import { BrochureResolver } from './cards/brochure.resolver.js';
import { CandidateFactsRepository } from './candidates/candidate-facts.repository.js';
import { ReadingRenderer } from './cards/render-reading.js';
import { EventMatches } from './matches/event-matches.js';
import { NeedDirections } from './finding/need-directions.js';
import { ExclusionsModule } from './exclusions/exclusions.module.js';
import { MatchComparer } from './comparing/match-comparer.js';
import { MatchFinder } from './finding/match-finder.js';
import { MatchOrder } from './finding/match-order.js';
import { MatchesService } from './matches/matches.service.js';
import { MatchViews } from './matches/match-views.js';
import {
  CapabilityMatchingNeedsResolver,
  MatchesResolver,
  NeedMatchesResolver,
  OrganizationMatchingNeedsResolver,
  PairMatchResolver,
} from './matches/matches.resolver.js';
import { MatchingNeedsService } from './matches/matching-needs.service.js';
import { NeedsFinder } from './matching-needs/needs-finder.js';
import './matching.texts.js';
import { NeedReadings, PairComparer } from './pairs/pair-comparer.js';
import { PairMatchesReader } from './matches/pair-matches.reader.js';
import { MatchFeedbackLoader, MatchFeedbackService } from './feedback/match-feedback.service.js';
import { MatchFeedback } from './feedback/match-feedback.entity.js';
import {
  MatchFeedbackFieldsResolver,
  MatchFeedbackResolver,
  MatchOwnFeedbackResolver,
} from './feedback/match-feedback.resolver.js';
import { MatchFeedbackHolder, MatchFeedbackRepository } from './feedback/match-feedback.repository.js';
import { CurrentVectors } from './vectors/current-vectors.js';
import { LearnVectorsJob } from './vectors/training/learn-vectors.job.js';
import { VectorsRepository } from './vectors/vectors.repository.js';
import { WatchedMatches, WatchedWordsReader } from './matching-needs/watched-matches.js';
import { UnknownFactsReader } from './matches/unknown-facts.reader.js';

const feedback = [
  MatchFeedbackService,
  MatchFeedbackFieldsResolver,
  MatchFeedbackHolder,
  MatchFeedbackLoader,
  MatchFeedbackRepository,
  MatchFeedbackResolver,
  MatchOwnFeedbackResolver,
];

/** Matching needs with suppliers: reading, finding, comparing, explaining. */
@Module({
  imports: [
    TypeOrmModule.forFeature([MatchFeedback]),
    CapabilitiesModule,
    ExclusionsModule,
    NeedReadingModule,
    ProcurementModule,
  ],
  providers: [
    ...feedback,
    BrochureResolver,
    CandidateFactsRepository,
    CapabilityMatchingNeedsResolver,
    CurrentVectors,
    EventMatches,
    LearnVectorsJob,
    VectorsRepository,
    MatchComparer,
    MatchFinder,
    MatchOrder,
    MatchesService,
    MatchPool,
    MatchViews,
    MatchingNeedsService,
    MatchesResolver,
    NeedDirections,
    NeedMatchesResolver,
    NeedReadings,
    NeedsFinder,
    OrganizationMatchingNeedsResolver,
    PairComparer,
    PairMatchResolver,
    PairMatchesReader,
    ReadingRenderer,
    UnknownFactsReader,
    WatchedMatches,
    WatchedWordsReader,
  ],
  exports: [
    NeedReadingModule,
    ...[
      EventMatches,
      MatchFinder,
      MatchesService,
      MatchOrder,
      MatchPool,
      MatchViews,
      NeedsFinder,
      PairComparer,
      PairMatchesReader,
      UnknownFactsReader,
    ],
    ExclusionsModule,
    ...[WatchedMatches, WatchedWordsReader],
    ...[CurrentVectors, LearnVectorsJob],
  ],
})
export class MatchingModule {}
