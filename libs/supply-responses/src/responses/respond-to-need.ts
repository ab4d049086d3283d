import { DomainEvents } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, ForbiddenError, newId, NotFoundError, Rollback } from '@app/kernel';
import { NeedNotOpenError, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { type ResponseTerms, SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseExistsError } from './supply-response.errors.js';
import { supplyResponseSent } from './supply-response.events.js';
import { allowResponding } from './supply-response.policy.js';
import { RespondToNeedPayload, type RespondToNeedResult } from './supply-response.results.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** What a supplier answers to which need, and the key of a retry. */
export interface NewResponse {
  readonly needId: string;
  readonly organizationId: string;
  readonly terms: ResponseTerms;
  readonly clientMutationId?: string | null;
}

/** An editor says that the organization can supply. The need is locked, so that its end and an answer cannot cross. */
@Injectable()
export class RespondToNeed {
  constructor(
    private readonly responses: SupplyResponsesRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly runner: UseCaseRunner,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async respond(viewer: Viewer, answer: NewResponse): Promise<RespondToNeedResult> {
    allowResponding(viewer, answer.organizationId);
    return this.runner.runCreation<RespondToNeedResult>(viewer, {
      operation: 'respondToNeed',
      clientMutationId: answer.clientMutationId,
      create: () => this.take(viewer, answer),
      present: async (id) => {
        const response = await this.responses.find(id);
        if (response?.organizationId !== answer.organizationId) throw new NotFoundError();
        return new RespondToNeedPayload(response);
      },
    });
  }

  private async take(viewer: Viewer, answer: NewResponse): Promise<string> {
    const { needId, organizationId, terms } = answer;
    const need = await this.needs.lock(needId);
    if (!need || !(await this.needs.visible(viewer, need))) throw new NotFoundError();
    await this.allow(need, organizationId);
    const now = this.clock.now();
    if (!need.openAt(now)) throw new Rollback<RespondToNeedResult>(new NeedNotOpenError());
    const known = await this.responses.lockOf(needId, organizationId);
    if (known && !known.withdrawn)
      throw new Rollback<RespondToNeedResult>(new SupplyResponseExistsError(known));
    if (known) known.sendAgain(terms, now);
    const response = known ?? SupplyResponse.send({ id: newId(), needId, organizationId }, terms, now);
    await this.unverified.useQuota(organizationId, QuotaAction.RESPOND_TO_NEED);
    await (known ? this.responses.save(response) : this.responses.insert(response));
    await this.events.record(supplyResponseSent(response));
    return response.id;
  }

  /** The acting organization itself has to belong to the audience, whatever else the viewer is a member of. */
  private async allow(need: ProcurementNeed, organizationId: string): Promise<void> {
    if (need.organizationId === organizationId)
      throw new BadInputError('RESPONSE_TO_OWN_NEED', {}, ['input.actingOrganizationId']);
    if (!(await this.needs.addresses(need, organizationId))) throw new ForbiddenError();
  }
}
