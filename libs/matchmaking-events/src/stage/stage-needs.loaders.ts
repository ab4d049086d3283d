import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { StageNeed } from './stage-need.entity.js';
import { type StageAnswers, StageNeedsRepository } from './stage-needs.repository.js';

/** The needs announced at events, many events in one statement. */
@Injectable()
export class StageNeedsLoader extends BatchListLoader<StageNeed> {
  constructor(private readonly staged: StageNeedsRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<StageNeed[]> {
    return this.staged.findStageNeeds(eventIds);
  }

  protected keyOf({ eventId }: StageNeed): string {
    return eventId;
  }
}

/** How many answered, many announcements in one statement. */
@Injectable()
export class StageAnswersLoader extends BatchLoader<StageAnswers> {
  constructor(private readonly staged: StageNeedsRepository) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<StageAnswers[]> {
    return this.staged.countAnswers(ids);
  }

  protected keyOf({ id }: StageAnswers): string {
    return id;
  }
}
