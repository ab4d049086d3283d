import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { type NeedContent, NeedDrafting } from './need-drafting.js';
import { type OwnNeed, OwnNeeds } from './own-need.js';
import { NeedChangedMeanwhileError, NeedStateError } from './procurement-need.errors.js';
import { procurementNeedAmended } from './procurement-need.events.js';
import {
  UpdateProcurementNeedPayload,
  type UpdateProcurementNeedResult,
} from './procurement-need.results.js';

/** What an editor changes, from the version that was read. */
export interface NeedChange extends OwnNeed, NeedContent {
  readonly expectedVersion: number;
}

/** An editor changes a draft, or amends a published need, whose version counts its amendments. */
@Injectable()
export class UpdateProcurementNeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnNeeds,
    private readonly drafting: NeedDrafting,
    private readonly audit: AuditLog,
  ) {}

  /** Two at once cannot overwrite one another. A buyer that gives up its alias is named from then on; that is logged. */
  update(viewer: Viewer, change: NeedChange): Promise<UpdateProcurementNeedResult> {
    return this.transactions.run(async () => {
      const need = await this.own.take(viewer, change);
      if (!need.changeable) return new NeedStateError(need.state);
      if (need.version !== change.expectedVersion) return new NeedChangedMeanwhileError(need.version);
      const hidden = need.alias !== null;
      await this.drafting.describe(need, change);
      await this.own.keep(need, ...(need.published ? [procurementNeedAmended(need)] : []));
      if (hidden && need.alias === null && need.published) await this.logDisclosure(viewer, need.id);
      return new UpdateProcurementNeedPayload(need);
    });
  }

  private logDisclosure(viewer: Viewer, needId: string): Promise<void> {
    return this.audit.record({
      actorId: viewer.userId,
      action: 'BUYER_DISCLOSED',
      subjectType: 'ProcurementNeed',
      subjectId: needId,
    });
  }
}
