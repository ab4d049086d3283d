import { AnnounceNeed } from './announce-need.js';
import { StageNeedsHolder } from './stage-needs.holder.js';
import { StageNeedsRepository } from './stage-needs.repository.js';
import { StageAnswersLoader, StageNeedsLoader } from './stage-needs.loaders.js';
import { EventStageResolver, StageNeedFieldsResolver } from './stage-needs.resolver.js';

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
