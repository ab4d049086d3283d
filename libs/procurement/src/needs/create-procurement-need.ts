import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type NeedContent, NeedDrafting } from './need-drafting.js';
import { allowBuying } from './procurement-need.policy.js';
import {
  CreateProcurementNeedPayload,
  type CreateProcurementNeedResult,
} from './procurement-need.results.js';
import { ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** What a buyer drafts, for whom, and the key of a retry. */
export interface NewNeed extends NeedContent {
  readonly organizationId: string;
  readonly clientMutationId?: string | null;
}

/** An editor drafts a need of the organization. */
@Injectable()
export class CreateProcurementNeed {
  constructor(
    private readonly needs: ProcurementNeedsRepository,
    private readonly drafting: NeedDrafting,
    private readonly clientMutations: ClientMutations,
  ) {}

  async create(viewer: Viewer, draft: NewNeed): Promise<CreateProcurementNeedResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowBuying(viewer, draft.organizationId);
    const { clientMutationId, organizationId } = draft;
    const key = { actorId: viewer.userId, operation: 'createProcurementNeed', clientMutationId };
    const { id } = await this.clientMutations.once(
      key,
      async () => (await this.drafting.add(organizationId, draft)).id,
    );
    const need = await this.needs.find(id);
    if (!need || need.organizationId !== organizationId) throw new NotFoundError();
    return new CreateProcurementNeedPayload(need);
  }
}
