import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { NeedLinesRepository } from './need-lines.repository.js';
import { type OwnNeed, OwnNeeds } from './own-need.js';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { NeedState } from './procurement-need.enums.js';
import { NeedNotReadyError, NeedStateError } from './procurement-need.errors.js';
import {
  procurementNeedCancelled,
  procurementNeedClosed,
  procurementNeedPublished,
} from './procurement-need.events.js';
import {
  CancelProcurementNeedPayload,
  type CancelProcurementNeedResult,
  CloseProcurementNeedPayload,
  type CloseProcurementNeedResult,
  PublishProcurementNeedPayload,
  type PublishProcurementNeedResult,
} from './procurement-need.results.js';

/** Editors publish, close and call off their organization's needs. Done twice, the second time changes nothing. */
@Injectable()
export class NeedSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnNeeds,
    private readonly lines: NeedLinesRepository,
    private readonly unverified: UnverifiedLimits,
    private readonly clock: Clock,
  ) {}

  /** Opens a draft for responses. */
  publish(viewer: Viewer, which: OwnNeed): Promise<PublishProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, which);
      if (need.published) return new PublishProcurementNeedPayload(need);
      if (need.state !== NeedState.DRAFT) return new NeedStateError(need.state);
      const missing = await this.missing(need);
      if (missing.length > 0) return new NeedNotReadyError(missing);
      await this.unverified.useQuota(need.organizationId, QuotaAction.PUBLISH_NEED);
      need.publish(this.clock.now());
      await this.own.keep(need, procurementNeedPublished(need));
      return new PublishProcurementNeedPayload(need);
    });
  }

  /** Takes no more responses. */
  close(viewer: Viewer, which: OwnNeed): Promise<CloseProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, which);
      if (need.state === NeedState.CLOSED) return new CloseProcurementNeedPayload(need);
      if (!need.published) return new NeedStateError(need.state);
      need.close(this.clock.now());
      await this.own.keep(need, procurementNeedClosed(need));
      return new CloseProcurementNeedPayload(need);
    });
  }

  /** Calls it off; the first reason stays. */
  cancel(viewer: Viewer, which: OwnNeed, reason: string): Promise<CancelProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, which);
      if (need.state === NeedState.CANCELLED) return new CancelProcurementNeedPayload(need);
      if (!need.cancellable) return new NeedStateError(need.state);
      need.cancel(reason, this.clock.now());
      await this.own.keep(need, procurementNeedCancelled(need));
      return new CancelProcurementNeedPayload(need);
    });
  }

  private async missing(need: ProcurementNeed): Promise<string[]> {
    const lines = await this.lines.ofNeeds([need.id]);
    const late = need.replyDeadline !== null && need.replyDeadline <= this.clock.now();
    return [...(lines.length === 0 ? ['lines'] : []), ...(late ? ['replyDeadline'] : [])];
  }
}
