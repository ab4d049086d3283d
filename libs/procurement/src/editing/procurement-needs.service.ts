import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { ProcurementNeed } from '../needs/procurement-need.entity.js';
import { NeedState } from '../needs/procurement-need.enums.js';
import {
  procurementNeedAmended,
  procurementNeedCancelled,
  procurementNeedClosed,
  procurementNeedPublished,
} from '../needs/procurement-need.events.js';
import {
  NeedChangedMeanwhileError,
  NeedNotReadyError,
  NeedStateError,
} from '../needs/procurement-need.graphql.js';
import { allowBuying } from '../needs/procurement-need.policy.js';
import { ProcurementNeedsReader } from '../needs/procurement-needs.reader.js';
import { NeedLinesRepository } from '../needs/procurement-needs.repository.js';
import { type NeedContent, NeedWriter, type OwnNeed } from './need-writer.js';
import {
  CancelProcurementNeedPayload,
  type CancelProcurementNeedResult,
  CloseProcurementNeedPayload,
  type CloseProcurementNeedResult,
  CreateProcurementNeedPayload,
  type CreateProcurementNeedResult,
  PublishProcurementNeedPayload,
  type PublishProcurementNeedResult,
  UpdateProcurementNeedPayload,
  type UpdateProcurementNeedResult,
} from './procurement-need-changes.graphql.js';

/** A need to create, its buyer, and the key for retries. */
export interface NewNeed extends NeedContent {
  readonly organizationId: string;
  readonly clientMutationId?: string | null;
}

/** A change of a need, made on the version that the editor has read. */
export interface NeedChange extends OwnNeed, NeedContent {
  readonly expectedVersion: number;
}

/** Editors create, change, publish, close and cancel needs of their organization. Repeating a step changes nothing. */
@Injectable()
export class ProcurementNeedsService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly reader: ProcurementNeedsReader,
    private readonly lines: NeedLinesRepository,
    private readonly writer: NeedWriter,
    private readonly unverified: UnverifiedLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Adds a draft. */
  async createNeed(viewer: Viewer, draft: NewNeed): Promise<CreateProcurementNeedResult> {
    const { clientMutationId, organizationId } = draft;
    allowBuying(viewer, organizationId);
    return this.runner.runCreation<CreateProcurementNeedResult>(viewer, {
      operation: 'createProcurementNeed',
      clientMutationId,
      create: async () => (await this.writer.addDraft(organizationId, draft)).id,
      present: async (id) => {
        const need = await this.reader.findNeed(id);
        if (need?.organizationId !== organizationId) throw new NotFoundError();
        return new CreateProcurementNeedPayload(need);
      },
    });
  }

  /**
   * Changes a draft or amends a published need. `expectedVersion` keeps two editors from overwriting each other. If the
   * buyer gives up its alias, its name is shown from then on, and the audit log records that.
   */
  updateNeed(viewer: Viewer, change: NeedChange): Promise<UpdateProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, change);
      if (!need.changeable) return new NeedStateError(need.state);
      if (need.version !== change.expectedVersion) return new NeedChangedMeanwhileError(need.version);
      const hidden = need.alias !== null;
      await this.writer.describeNeed(need, change);
      await this.writer.saveNeed(need, ...(need.published ? [procurementNeedAmended(need)] : []));
      if (hidden && need.alias === null && need.published) await this.logDisclosure(viewer, need.id);
      return new UpdateProcurementNeedPayload(need);
    });
  }

  /** Opens a draft for responses. */
  publishNeed(viewer: Viewer, which: OwnNeed): Promise<PublishProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, which);
      if (need.published) return new PublishProcurementNeedPayload(need);
      if (need.state !== NeedState.DRAFT) return new NeedStateError(need.state);
      const missing = await this.findMissingFields(need);
      if (missing.length > 0) return new NeedNotReadyError(missing);
      await this.unverified.useQuota(need.organizationId, QuotaAction.PUBLISH_NEED);
      need.publish(this.clock.now());
      await this.writer.saveNeed(need, procurementNeedPublished(need));
      return new PublishProcurementNeedPayload(need);
    });
  }

  /** Stops taking responses. */
  closeNeed(viewer: Viewer, which: OwnNeed): Promise<CloseProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, which);
      if (need.state === NeedState.CLOSED) return new CloseProcurementNeedPayload(need);
      if (!need.published) return new NeedStateError(need.state);
      need.close(this.clock.now());
      await this.writer.saveNeed(need, procurementNeedClosed(need));
      return new CloseProcurementNeedPayload(need);
    });
  }

  /** Cancels a need. If it is cancelled already, the first reason stays. */
  cancelNeed(viewer: Viewer, which: OwnNeed, reason: string): Promise<CancelProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.writer.lockOwnNeed(viewer, which);
      if (need.state === NeedState.CANCELLED) return new CancelProcurementNeedPayload(need);
      if (!need.cancellable) return new NeedStateError(need.state);
      need.cancel(reason, this.clock.now());
      await this.writer.saveNeed(need, procurementNeedCancelled(need));
      return new CancelProcurementNeedPayload(need);
    });
  }

  /** What a need lacks for publication, as names of fields. */
  private async findMissingFields(need: ProcurementNeed): Promise<string[]> {
    const lines = await this.lines.findLines([need.id]);
    const late = need.replyDeadline !== null && need.replyDeadline <= this.clock.now();
    return [...(lines.length === 0 ? ['lines'] : []), ...(late ? ['replyDeadline'] : [])];
  }

  /** Records the disclosure of an alias: a published need now shows the name of its buyer. */
  private logDisclosure(viewer: Viewer, needId: string): Promise<void> {
    return this.audit.record({
      actorId: viewer.userId,
      action: 'BUYER_DISCLOSED',
      subjectType: 'ProcurementNeed',
      subjectId: needId,
    });
  }
}
