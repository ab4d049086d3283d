import { DomainEvents } from '@app/database';
import { hashToken, newToken } from '@app/identity';
import { Clock, newId, NotFoundError } from '@app/kernel';
import { NeedNotOpenError, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { ExclusionsReader } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FactRequest } from './fact-request.entity.js';
import { FactRequestExistsError } from './fact-request.errors.js';
import { factRequestSent } from './fact-request.events.js';
import { FactRequestLetters } from './fact-request-letters.js';
import type { PlannedRequest } from './fact-request-plan.js';
import { FactRequestsRepository } from './fact-requests.repository.js';

/** Writes requests down and sends their links, in the running transaction. */
@Injectable()
export class FactRequestStore {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly letters: FactRequestLetters,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly exclusions: ExclusionsReader,
  ) {}

  findOf(needId: string, organizationId: string): Promise<FactRequest | null> {
    return this.requests.findOf(needId, organizationId);
  }

  /** A request that was just made, or made before under the same key by the same organization. */
  async existing(id: string, requesterOrganizationId: string): Promise<FactRequest> {
    const request = await this.requests.find(id);
    if (request?.requesterOrganizationId !== requesterOrganizationId) throw new NotFoundError();
    return request;
  }

  /**
   * Adds a request and orders its message; gives its key, or why nobody is asked. A company that put the need or its buyer
   * out of its sight gets no message, and the request runs out as one that nobody answers: nothing tells the difference.
   */
  async add(planned: PlannedRequest): Promise<string | NeedNotOpenError | FactRequestExistsError> {
    const now = this.clock.now();
    const need = await this.needs.lock(planned.needId);
    if (!need?.openAt(now)) return new NeedNotOpenError();
    const known = await this.requests.findOf(planned.needId, planned.organizationId);
    if (known) return new FactRequestExistsError(known);
    const { needId, organizationId, capabilityId, requesterOrganizationId, facts, trace } = planned;
    const token = newToken();
    const request = FactRequest.send(
      {
        ...{ id: newId(), needId, organizationId, capabilityId, requesterOrganizationId },
        facts: [...facts],
        tokenHash: hashToken(token),
        ...trace,
      },
      now,
    );
    await this.requests.insert(request);
    if (!(await this.isOutOfSight(need, organizationId))) await this.write(request, need, token, planned);
    await this.events.record(factRequestSent(request));
    return request.id;
  }

  private async write(
    request: FactRequest,
    need: ProcurementNeed,
    token: string,
    { contact, locale }: PlannedRequest,
  ): Promise<void> {
    await (contact
      ? this.letters.toContact(request, need, token, { to: contact, locale })
      : this.letters.toMembers(request, need, token));
  }

  /** Whether the company hid the need or blocks its buyer, or the buyer hid the company. */
  private async isOutOfSight(need: ProcurementNeed, supplierId: string): Promise<boolean> {
    const hidden = await this.exclusions.findExcludedNeeds(supplierId, [need.id]);
    return hidden.has(need.id) || (await this.exclusions.isExcludedByBuyer(need, supplierId));
  }
}
