import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { FactRequestStateError } from './fact-request.errors.js';
import { FactRequestState } from './fact-request.enums.js';
import { factRequestClosed } from './fact-request.events.js';
import { allowRevokingFactRequest } from './fact-request.policy.js';
import { RevokeFactRequestPayload, type RevokeFactRequestResult } from './fact-request.results.js';
import { FactRequestsRepository } from './fact-requests.repository.js';

/** Takes a request back, so that its link leads nowhere; what is taken back already stays so. */
@Injectable()
export class RevokeFactRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: FactRequestsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  revoke(viewer: Viewer, id: string, organizationId: string): Promise<RevokeFactRequestResult> {
    return this.transactions.run(async () => {
      const request = await this.requests.lock({ id });
      const need = request && (await this.needs.byId(request.needId));
      if (!need) throw new NotFoundError();
      allowRevokingFactRequest(viewer, request, need.organizationId);
      if (![request.requesterOrganizationId, need.organizationId].includes(organizationId))
        throw new NotFoundError();
      const now = this.clock.now();
      if (request.recordedState === FactRequestState.REVOKED) return new RevokeFactRequestPayload(request);
      if (!request.openAt(now)) return new FactRequestStateError(request.stateAt(now));
      request.revoke(now);
      await this.requests.save(request);
      await this.events.record(factRequestClosed(request));
      return new RevokeFactRequestPayload(request);
    });
  }
}
