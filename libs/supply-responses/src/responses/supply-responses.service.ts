import { CapabilitiesReader } from '@app/capabilities';
import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import {
  BadInputError,
  Clock,
  compareDecimals,
  type Connection,
  ForbiddenError,
  keyOf,
  LoaderScope,
  newId,
  NotFoundError,
  Rollback,
} from '@app/kernel';
import { pairKey } from '@app/matching';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { NeedNotOpenError, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { ParameterTerms } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { type ResponseTerms, SupplyResponse } from './supply-response.entity.js';
import { BuyerAnswer, type DeclineReason } from './supply-response.enums.js';
import {
  supplyResponseAnswered,
  supplyResponseSent,
  supplyResponseWithdrawn,
} from './supply-response.events.js';
import {
  AnswerSupplyResponsePayload,
  type AnswerSupplyResponseResult,
  type RespondToNeedInput,
  RespondToNeedPayload,
  type RespondToNeedResult,
  SupplyResponseExistsError,
  type SupplyResponsesArgs,
  SupplyResponseStateError,
  WithdrawSupplyResponsePayload,
  type WithdrawSupplyResponseResult,
} from './supply-response.graphql.js';
import {
  allowAnswering,
  allowListingResponses,
  allowResponding,
  allowWithdrawing,
  maySeeResponse,
} from './supply-response.policy.js';
import { SupplyResponsesLoader, SupplyResponsesRepository } from './supply-responses.repository.js';

/** A response and the organization that the caller acts for. */
export interface ResponseStep {
  readonly id: string;
  readonly organizationId: string;
}

/** The buyer's answer to a response. */
export interface ResponseAnswer extends ResponseStep {
  readonly answer: BuyerAnswer;
  readonly reason: DeclineReason | null;
}

/** Suppliers respond to needs and buyers answer the responses. Only the two sides see a response. */
@Injectable()
export class SupplyResponsesService {
  constructor(
    private readonly responses: SupplyResponsesRepository,
    private readonly loader: SupplyResponsesLoader,
    private readonly needs: ProcurementNeedsReader,
    private readonly capabilities: CapabilitiesReader,
    private readonly parameters: ParameterTerms,
    private readonly runner: UseCaseRunner,
    private readonly transactions: Transactions,
    private readonly unverified: UnverifiedLimits,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** A response if the viewer belongs to one of its two sides. */
  async findResponse(viewer: Viewer, id: string): Promise<SupplyResponse | null> {
    const response = viewer.signedIn ? await this.responses.findResponse(id) : null;
    const need = response && (await this.needs.findNeed(response.needId));
    return need && maySeeResponse(viewer, response, need.organizationId) ? response : null;
  }

  /** The response of a supplier to a need if the viewer belongs to one of the two sides; many in one statement. */
  async loadResponse(
    loaders: LoaderScope,
    viewer: Viewer,
    pair: { readonly need: ProcurementNeed; readonly organizationId: string },
  ): Promise<SupplyResponse | null> {
    if (!viewer.signedIn) return null;
    const response = await this.loader.load(loaders, pairKey(pair.need.id, pair.organizationId));
    return response && maySeeResponse(viewer, response, pair.need.organizationId) ? response : null;
  }

  /** A page of the responses to a visible need, newest first: all for members of the buyer, their own for others. */
  listResponsesToNeed(
    viewer: Viewer,
    need: ProcurementNeed,
    args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponse>> {
    const own = viewer.memberships.map(({ organizationId }) => organizationId);
    const organizationIds = viewer.memberOf(need.organizationId) ? undefined : own;
    return this.responses.listResponses({ needId: need.id, organizationIds, state: args.state }, args);
  }

  /** A page of the responses of the acting organization, newest first. */
  listOwnResponses(
    viewer: Viewer,
    organizationId: string,
    args: SupplyResponsesArgs,
  ): Promise<Connection<SupplyResponse>> {
    allowListingResponses(viewer, organizationId);
    return this.responses.listResponses({ organizationIds: [organizationId], state: args.state }, args);
  }

  /** An editor states that the organization can supply. The need is locked, so that it cannot close at the same time. */
  async respondToNeed(viewer: Viewer, input: RespondToNeedInput): Promise<RespondToNeedResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    const needId = keyOf(input.needId, 'ProcurementNeed');
    const terms = await this.readTerms(input, organizationId);
    allowResponding(viewer, organizationId);
    return this.runner.runCreation<RespondToNeedResult>(viewer, {
      operation: 'respondToNeed',
      clientMutationId: input.clientMutationId,
      create: () => this.sendResponse(viewer, needId, organizationId, terms),
      present: async (id) => {
        const response = await this.responses.findResponse(id);
        if (response?.organizationId !== organizationId) throw new NotFoundError();
        return new RespondToNeedPayload(response);
      },
    });
  }

  /** The supplier withdraws its response. */
  withdrawResponse(
    viewer: Viewer,
    { id, organizationId }: ResponseStep,
  ): Promise<WithdrawSupplyResponseResult> {
    return this.transactions.run(async () => {
      const { response, buyerId } = await this.lockResponse(id);
      allowWithdrawing(viewer, response, buyerId);
      if (response.organizationId !== organizationId) throw new NotFoundError();
      if (response.withdrawn) return new WithdrawSupplyResponsePayload(response);
      if (!response.withdrawable) return new SupplyResponseStateError(response.state);
      response.withdraw(this.clock.now());
      await this.saveResponse(response, supplyResponseWithdrawn(response));
      return new WithdrawSupplyResponsePayload(response);
    });
  }

  /** The buyer answers a response; it may change its answer later. */
  answerResponse(viewer: Viewer, wish: ResponseAnswer): Promise<AnswerSupplyResponseResult> {
    return this.transactions.run(async () => {
      const { response, buyerId } = await this.lockResponse(wish.id);
      allowAnswering(viewer, response, buyerId);
      if (buyerId !== wish.organizationId) throw new NotFoundError();
      requireReason(wish);
      if (response.withdrawn) return new SupplyResponseStateError(response.state);
      if (!response.answeredWith(wish.answer, wish.reason)) {
        response.answer(wish.answer, wish.reason, this.clock.now());
        await this.saveResponse(response, supplyResponseAnswered(response));
      }
      return new AnswerSupplyResponsePayload(response);
    });
  }

  /** The terms that a supplier states; throws BAD_INPUT with the field. */
  private async readTerms(input: RespondToNeedInput, organizationId: string): Promise<ResponseTerms> {
    const { capacity } = input;
    if (capacity && compareDecimals(capacity.amount, '0') <= 0)
      throw new BadInputError('RESPONSE_CAPACITY_NOT_POSITIVE', {}, ['input.capacity.amount']);
    return {
      capabilityId: input.capabilityId
        ? await this.requireOwnCapability(keyOf(input.capabilityId, 'Capability'), organizationId)
        : null,
      message: input.message.trim(),
      parameters: this.parameters.readTerms(input.parameters),
      capacity: capacity ? { ...capacity, unit: capacity.unit.trim() } : null,
      leadTimeDays: input.leadTimeDays ?? null,
      certificates: input.certificates?.trim() || null,
    };
  }

  private async requireOwnCapability(id: string, organizationId: string): Promise<string> {
    const capability = await this.capabilities.loadCapability(new LoaderScope(), id);
    if (!capability?.published || capability.organizationId !== organizationId)
      throw new BadInputError('RESPONSE_CAPABILITY_UNKNOWN', {}, ['input.capabilityId']);
    return id;
  }

  private async sendResponse(
    viewer: Viewer,
    needId: string,
    organizationId: string,
    terms: ResponseTerms,
  ): Promise<string> {
    const need = await this.needs.lockNeed(needId);
    if (!need || !(await this.needs.canSeeNeed(viewer, need))) throw new NotFoundError();
    await this.requireAddressed(need, organizationId);
    const now = this.clock.now();
    if (!need.openAt(now)) throw new Rollback<RespondToNeedResult>(new NeedNotOpenError());
    const known = await this.responses.lockResponseTo(needId, organizationId);
    if (known && !known.withdrawn)
      throw new Rollback<RespondToNeedResult>(new SupplyResponseExistsError(known));
    if (known) known.sendAgain(terms, now);
    const response = known ?? SupplyResponse.send({ id: newId(), needId, organizationId }, terms, now);
    await this.unverified.useQuota(organizationId, QuotaAction.RESPOND_TO_NEED);
    await (known ? this.responses.saveResponse(response) : this.responses.insertResponse(response));
    await this.events.record(supplyResponseSent(response));
    return response.id;
  }

  /** The need has to address the acting organization itself; other organizations of the viewer do not count. */
  private async requireAddressed(need: ProcurementNeed, organizationId: string): Promise<void> {
    if (need.organizationId === organizationId)
      throw new BadInputError('RESPONSE_TO_OWN_NEED', {}, ['input.actingOrganizationId']);
    if (!(await this.needs.isAddressedTo(need, organizationId))) throw new ForbiddenError();
  }

  private async lockResponse(id: string): Promise<{ response: SupplyResponse; buyerId: string }> {
    const response = await this.responses.lockResponse(id);
    const need = response && (await this.needs.findNeed(response.needId));
    if (!need) throw new NotFoundError();
    return { response, buyerId: need.organizationId };
  }

  private async saveResponse(response: SupplyResponse, event: DomainEvent): Promise<void> {
    await this.responses.saveResponse(response);
    await this.events.record(event);
  }
}

function requireReason({ answer, reason }: ResponseAnswer): void {
  const declined = answer === BuyerAnswer.DECLINED;
  if (declined && !reason) throw new BadInputError('DECLINE_NEEDS_REASON', {}, ['input.reason']);
  if (!declined && reason) throw new BadInputError('REASON_WITHOUT_DECLINE', {}, ['input.reason']);
}
