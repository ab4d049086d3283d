import { CapabilitiesModule } from '@app/capabilities';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MatchPool } from './computing/match-pool.js';
import { NeedReadingModule } from '@app/need-reading';
import { BrochureResolver } from './brochures/brochure.resolver.js';
import { CandidateFactsRepository } from './candidates/candidate-facts.repository.js';
import { ReadingRenderer } from './cards/render-reading.js';
import { EventMatches } from './events/event-matches.js';
import { EventNeeds } from './events/event-needs.js';
import { CandidateDirections } from './embeddings/candidate-directions.js';
import { NeedDirections } from './embeddings/need-directions.js';
import { ExclusionsModule } from './exclusions/exclusions.module.js';
import { MatchComparer } from './finding/match-comparer.js';
import { MatchFinder } from './finding/match-finder.js';
import { MatchOrder } from './finding/match-order.js';
import { MatchLists } from './matches/match-lists.js';
import { MatchViews } from './matches/match-views.js';
import { MatchesResolver } from './matches/matches.resolver.js';
import { MatchingNeedLists } from './matching-needs/matching-need-lists.js';
import {
  CapabilityMatchingNeedsResolver,
  OrganizationMatchingNeedsResolver,
} from './matching-needs/matching-needs.resolver.js';
import { NeedRecall } from './matching-needs/need-recall.js';
import { NeedsFinder } from './matching-needs/needs-finder.js';
import './matching.texts.js';
import { NeedReadings } from './pairs/need-readings.js';
import { PairComparer } from './pairs/pair-comparer.js';
import { PairMatchResolver } from './pairs/pair-match.resolver.js';
import { PairMatches } from './pairs/pair-matches.js';
import { GiveMatchFeedback } from './feedback/give-match-feedback.js';
import { MatchFeedback } from './feedback/match-feedback.entity.js';
import {
  MatchFeedbackFieldsResolver,
  MatchOwnFeedbackResolver,
} from './feedback/match-feedback-fields.resolver.js';
import { MatchFeedbackHolder } from './feedback/match-feedback.holder.js';
import { MatchFeedbackLoader } from './feedback/match-feedback.loader.js';
import { MatchFeedbackRepository } from './feedback/match-feedback.repository.js';
import { MatchFeedbackResolver } from './feedback/match-feedback.resolver.js';
import './feedback/match-feedback.texts.js';
import { ReadMatchFeedback } from './feedback/read-match-feedback.js';
import { CurrentVectors } from './vectors/current-vectors.js';
import { LearnVectorsJob } from './vectors/training/learn-vectors.job.js';
import { VectorsRepository } from './vectors/vectors.repository.js';
import { WatchedMatches } from './watching/watched-matches.js';
import { WatchedWordsReader } from './watching/watched-words.js';
import { NeedMatchesResolver } from './stored-needs/need-matches.resolver.js';
import { StoredNeedMatches } from './stored-needs/stored-need-matches.js';
import { UnknownFactsReader } from './stored-needs/unknown-facts.reader.js';

const feedback = [
  GiveMatchFeedback,
  MatchFeedbackFieldsResolver,
  MatchFeedbackHolder,
  MatchFeedbackLoader,
  MatchFeedbackRepository,
  MatchFeedbackResolver,
  MatchOwnFeedbackResolver,
  ReadMatchFeedback,
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
    CandidateDirections,
    CandidateFactsRepository,
    CapabilityMatchingNeedsResolver,
    CurrentVectors,
    EventMatches,
    EventNeeds,
    LearnVectorsJob,
    VectorsRepository,
    MatchComparer,
    MatchFinder,
    MatchOrder,
    MatchLists,
    MatchPool,
    MatchViews,
    MatchingNeedLists,
    MatchesResolver,
    NeedDirections,
    NeedMatchesResolver,
    NeedReadings,
    NeedRecall,
    NeedsFinder,
    OrganizationMatchingNeedsResolver,
    PairComparer,
    PairMatchResolver,
    PairMatches,
    ReadingRenderer,
    StoredNeedMatches,
    UnknownFactsReader,
    WatchedMatches,
    WatchedWordsReader,
  ],
  exports: [
    NeedReadingModule,
    ...[
      EventMatches,
      MatchFinder,
      MatchLists,
      MatchOrder,
      MatchPool,
      MatchViews,
      NeedsFinder,
      PairComparer,
      PairMatches,
      UnknownFactsReader,
    ],
    ExclusionsModule,
    ...[WatchedMatches, WatchedWordsReader],
    ...[CurrentVectors, LearnVectorsJob],
  ],
})
export class MatchingModule {}
