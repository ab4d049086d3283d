import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import {
  BadInputError,
  BatchListLoader,
  BatchLoader,
  Clock,
  defineTexts,
  type LoaderScope,
  newId,
  NotFoundError,
} from '@app/kernel';
import { NeedNotOpenError, NeedVisibility, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import type { StageNeed } from './stage-need.entity.js';
import { AnnounceNeedOnStagePayload, type AnnounceNeedOnStageResult } from './stage-need.graphql.js';
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

defineTexts({
  NEED_NOT_PUBLIC: {
    zh: '只有公开的需求才能在现场发布。',
    en: 'Only a public need can be announced at an event.',
  },
});

/** Needs that organizers announce at their events. */
@Injectable()
export class StageNeedsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly needs: ProcurementNeedsReader,
    private readonly staged: StageNeedsRepository,
    private readonly answers: StageAnswersLoader,
    private readonly clock: Clock,
  ) {}

  /** Announces an open, public need; the same need at the same event is announced once. Throws NEED_NOT_PUBLIC. */
  announceNeed(viewer: Viewer, which: OwnEvent & { needId: string }): Promise<AnnounceNeedOnStageResult> {
    return this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (isClosed(state) || state === EventState.DRAFT) return new EventStateError(state);
      const need = await this.needs.findVisibleNeed(viewer, which.needId);
      if (!need) throw new NotFoundError();
      if (!need.openAt(now)) return new NeedNotOpenError();
      if (need.visibility !== NeedVisibility.PUBLIC)
        throw new BadInputError('NEED_NOT_PUBLIC', {}, ['input.needId']);
      const row = { id: newId(), eventId: event.id, needId: need.id, announcedAt: now };
      const staged = await this.staged.insertStageNeed({ ...row, announcedBy: viewer.userId });
      return new AnnounceNeedOnStagePayload(event, staged);
    });
  }

  /** How many suppliers have answered since the announcement; null for viewers who are not members of the buyer. */
  async countAnswers(
    viewer: Viewer,
    staged: { readonly id: string; readonly needId: string },
    loaders: LoaderScope,
  ): Promise<number | null> {
    const need = await this.needs.findNeed(staged.needId);
    if (!need || !viewer.memberOf(need.organizationId)) return null;
    return (await this.answers.load(loaders, staged.id))?.answers ?? 0;
  }
}
