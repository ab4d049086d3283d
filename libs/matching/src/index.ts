export * from './candidates/candidate-facts.js';
export { MatchPool, matchThreads } from './comparing/match-pool.js';
export * from './criteria/match-criterion.js';
export * from './criterion-key.js';
export { EventMatches, type EventPair } from './matches/event-matches.js';
export * from './exclusions/exclusion.entity.js';
export { ExclusionsReader, type OutOfSightOf } from './exclusions/exclusions.reader.js';
export * from './feedback/match-feedback.entity.js';
export { matchFeedbackGiven } from './feedback/match-feedback.service.js';
export { type FoundMatch } from './comparing/best-matches.js';
export * from './finding/match-finder.js';
export * from './finding/match-order.js';
export * from './matching.module.js';
export * from './matching.texts.js';
export {
  MatchFit,
  matchFit,
  type ScoredCriterion,
  type ScoredMatch,
  scoreMatch,
} from './scoring/score-match.js';
export * from './scoring/match-weights.js';
export * from './matches/matches.service.js';
export * from './matches/match-views.js';
export * from './matching-needs/needs-finder.js';
export * from './pairs/pair-comparer.js';
export * from './pair-keys.js';
export { type Pair, PairMatchesReader, type StoredPair } from './matches/pair-matches.reader.js';
export { MatchListType, MatchType } from './cards/match.graphql.js';
export * from './vectors/current-vectors.js';
export * from './vectors/training/learn-vectors.job.js';
export * from './pairs/describe-need.js';
export * from './matches/unknown-facts.reader.js';
export * from './matching-needs/watched-matches.js';
