import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { QueueCases } from './queue-cases.js';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import { QueueNumberState } from './queue.enums.js';
import { QueueBusyError, QueueEmptyError, QueueNumberStateError } from './queue.errors.js';
import { queueNumberCalled } from './queue.events.js';
import { allowCalling } from './queue.policy.js';
import {
  CallNextQueueNumberPayload,
  type CallNextQueueNumberResult,
  FinishQueueNumberPayload,
  type FinishQueueNumberResult,
  RecallQueueNumberPayload,
  type RecallQueueNumberResult,
} from './queue.results.js';

/** A number at somebody's table; the caller acts for `organizationId`. */
export interface QueueStep {
  readonly numberId: string;
  readonly organizationId: string;
}

/** Whose table it is, or who organizes the event, calls one number after another. */
@Injectable()
export class CallQueueNumber {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: QueueCases,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Calls who waits longest. While a number is called it is given again, so that a second tap skips nobody. */
  next(
    viewer: Viewer,
    { tableId, organizationId }: { tableId: string; organizationId: string },
  ): Promise<CallNextQueueNumberResult> {
    return this.transactions.run(async () => {
      const found = await this.cases.lock(tableId);
      allowCalling(viewer, found, organizationId);
      const called = await this.cases.tables.calledAt(tableId);
      if (called) return new CallNextQueueNumberPayload(called);
      const [first] = await this.cases.tables.waitingAt(tableId, 1);
      if (!first) return new QueueEmptyError();
      await this.call(found.place, first);
      return new CallNextQueueNumberPayload(first);
    });
  }

  /** Calls a number once more: the one that is called, or one that was passed over, when nobody else is called. */
  recall(viewer: Viewer, { numberId, organizationId }: QueueStep): Promise<RecallQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number, ...found } = await this.cases.lockNumber(numberId);
      allowCalling(viewer, found, organizationId);
      const { CALLED, SKIPPED } = QueueNumberState;
      if (number.state !== CALLED && number.state !== SKIPPED) return new QueueNumberStateError(number.state);
      const called = await this.cases.tables.calledAt(number.queueTableId);
      if (called && called.id !== number.id) return new QueueBusyError();
      const again = await this.cases.tables.liveOf(number.queueTableId, number.registrationId);
      // Who was passed over and drew anew has another place in the line.
      if (again && again.id !== number.id) return new QueueNumberStateError(number.state);
      await this.call(found.place, number);
      return new RecallQueueNumberPayload(number);
    });
  }

  /** The talk is over, or nobody came. Twice the same is once. */
  finish(
    viewer: Viewer,
    { numberId, organizationId, skipped }: QueueStep & { readonly skipped: boolean },
  ): Promise<FinishQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number, ...found } = await this.cases.lockNumber(numberId);
      allowCalling(viewer, found, organizationId);
      const state = skipped ? QueueNumberState.SKIPPED : QueueNumberState.DONE;
      if (number.state === state) return new FinishQueueNumberPayload(number);
      if (number.state !== QueueNumberState.CALLED) return new QueueNumberStateError(number.state);
      number.finish(state, this.clock.now());
      await this.cases.tables.saveNumber(number);
      return new FinishQueueNumberPayload(number);
    });
  }

  private async call(place: QueueTable, number: QueueNumber): Promise<void> {
    number.call(this.clock.now());
    await this.cases.tables.saveNumber(number);
    await this.events.record(queueNumberCalled(place, number));
  }
}
