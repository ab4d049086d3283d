import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { NeedNotOpenError, NeedVisibility, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { AnnounceNeedOnStagePayload, type AnnounceNeedOnStageResult } from './stage-need.types.js';
import { StageNeedsRepository } from './stage-needs.repository.js';

/** Organizers announce an open, public need at their event. */
@Injectable()
export class AnnounceNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly needs: ProcurementNeedsReader,
    private readonly staged: StageNeedsRepository,
    private readonly clock: Clock,
  ) {}

  /** Announces it; the same need at the same event is announced once. Throws NEED_NOT_PUBLIC. */
  announceNeed(viewer: Viewer, which: OwnEvent & { needId: string }): Promise<AnnounceNeedOnStageResult> {
    return this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, which);
      const now = this.clock.now();
      const state = event.stateAt(now);
      if (isClosed(state) || state === EventState.DRAFT) return new EventStateError(state);
      const need = await this.needs.find(viewer, which.needId);
      if (!need) throw new NotFoundError();
      if (!need.openAt(now)) return new NeedNotOpenError();
      if (need.visibility !== NeedVisibility.PUBLIC)
        throw new BadInputError('NEED_NOT_PUBLIC', {}, ['input.needId']);
      const row = { id: newId(), eventId: event.id, needId: need.id, announcedAt: now };
      const staged = await this.staged.insertStageNeed({ ...row, announcedBy: viewer.userId });
      return new AnnounceNeedOnStagePayload(event, staged);
    });
  }
}
