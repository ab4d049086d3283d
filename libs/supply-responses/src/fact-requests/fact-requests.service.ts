import type { Viewer } from '@app/identity';
import type { Connection } from '@app/kernel';
import { type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { FactRequest } from './fact-request.entity.js';
import { maySeeFactRequest, maySeeFactRequests } from './fact-request.policy.js';
import { FactRequestsRepository } from './fact-requests.repository.js';

/** Reading fact requests: the buyer's own work. */
@Injectable()
export class FactRequestsService {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  /** A request if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<FactRequest | null> {
    const request = viewer.signedIn ? await this.requests.find(id) : null;
    const need = request && (await this.needs.byId(request.needId));
    return need && maySeeFactRequest(viewer, request, need.organizationId) ? request : null;
  }

  /** A page of what was asked about a need, newest first; null for whoever may not know of it. */
  async ofNeed(
    viewer: Viewer,
    need: ProcurementNeed,
    page: { first: number; after?: string | null },
  ): Promise<Connection<FactRequest> | null> {
    return maySeeFactRequests(viewer, need) ? this.requests.page(need.id, page) : null;
  }
}
