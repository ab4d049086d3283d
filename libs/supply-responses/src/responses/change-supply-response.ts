import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, NotFoundError } from '@app/kernel';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import type { SupplyResponse } from './supply-response.entity.js';
import { BuyerAnswer, type DeclineReason } from './supply-response.enums.js';
import { SupplyResponseStateError } from './supply-response.errors.js';
import { supplyResponseAnswered, supplyResponseWithdrawn } from './supply-response.events.js';
import { allowAnswering, allowWithdrawing } from './supply-response.policy.js';
import {
  AnswerSupplyResponsePayload,
  type AnswerSupplyResponseResult,
  WithdrawSupplyResponsePayload,
  type WithdrawSupplyResponseResult,
} from './supply-response.results.js';
import { SupplyResponsesRepository } from './supply-responses.repository.js';

/** A response and the organization that the caller acts for. */
export interface ResponseStep {
  readonly id: string;
  readonly organizationId: string;
}

/** What the buyer says to a response. */
export interface ResponseAnswer extends ResponseStep {
  readonly answer: BuyerAnswer;
  readonly reason: DeclineReason | null;
}

/** What happens to a response after it was sent. Done twice, the second time changes nothing. */
@Injectable()
export class ChangeSupplyResponse {
  constructor(
    private readonly transactions: Transactions,
    private readonly responses: SupplyResponsesRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** The supplier takes its response back. */
  withdraw(viewer: Viewer, { id, organizationId }: ResponseStep): Promise<WithdrawSupplyResponseResult> {
    return this.transactions.run(async () => {
      const { response, buyerId } = await this.take(id);
      allowWithdrawing(viewer, response, buyerId);
      if (response.organizationId !== organizationId) throw new NotFoundError();
      if (response.withdrawn) return new WithdrawSupplyResponsePayload(response);
      if (!response.withdrawable) return new SupplyResponseStateError(response.state);
      response.withdraw(this.clock.now());
      await this.keep(response, supplyResponseWithdrawn(response));
      return new WithdrawSupplyResponsePayload(response);
    });
  }

  /** The buyer answers; it may change its mind. */
  answer(viewer: Viewer, wish: ResponseAnswer): Promise<AnswerSupplyResponseResult> {
    return this.transactions.run(async () => {
      const { response, buyerId } = await this.take(wish.id);
      allowAnswering(viewer, response, buyerId);
      if (buyerId !== wish.organizationId) throw new NotFoundError();
      requireReason(wish);
      if (response.withdrawn) return new SupplyResponseStateError(response.state);
      if (!response.answeredWith(wish.answer, wish.reason)) {
        response.answer(wish.answer, wish.reason, this.clock.now());
        await this.keep(response, supplyResponseAnswered(response));
      }
      return new AnswerSupplyResponsePayload(response);
    });
  }

  private async take(id: string): Promise<{ response: SupplyResponse; buyerId: string }> {
    const response = await this.responses.lock(id);
    const need = response && (await this.needs.byId(response.needId));
    if (!need) throw new NotFoundError();
    return { response, buyerId: need.organizationId };
  }

  private async keep(response: SupplyResponse, event: DomainEvent): Promise<void> {
    await this.responses.save(response);
    await this.events.record(event);
  }
}

function requireReason({ answer, reason }: ResponseAnswer): void {
  const declined = answer === BuyerAnswer.DECLINED;
  if (declined && !reason) throw new BadInputError('DECLINE_NEEDS_REASON', {}, ['input.reason']);
  if (!declined && reason) throw new BadInputError('REASON_WITHOUT_DECLINE', {}, ['input.reason']);
}
