import { AnnounceNeed } from './announce-need.js';
import { StageNeedsHolder } from './stage-needs.holder.js';
import { StageNeedsRepository } from './stage-needs.repository.js';
import {
  EventStageResolver,
  StageAnswersLoader,
  StageNeedFieldsResolver,
  StageNeedsLoader,
} from './stage-needs.resolver.js';

/** Needs on stage. */
export const stageProviders = [
  AnnounceNeed,
  StageNeedsHolder,
  StageNeedsRepository,
  StageNeedsLoader,
  StageAnswersLoader,
  EventStageResolver,
  StageNeedFieldsResolver,
];
