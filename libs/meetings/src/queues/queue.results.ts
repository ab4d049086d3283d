import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import {
  QueueBusyError,
  QueueClosedError,
  QueueEmptyError,
  QueueNumberStateError,
  QueueOtherSideError,
  QueueTableTakenError,
  QueueTicketError,
} from './queue.errors.js';
import { QueueNumberType, QueueTableType } from './queue.type.js';

interface TablePayload {
  readonly queueTable: QueueTable;
}

interface NumberPayload {
  readonly number: QueueNumber;
}

function tablePayload(
  name: string,
  description: string,
): Type<TablePayload> & (new (queueTable: QueueTable) => TablePayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements TablePayload {
    @Field(() => QueueTableType, { description: 'The table as it is now.' })
    readonly queueTable: QueueTable;

    constructor(queueTable: QueueTable) {
      this.queueTable = queueTable;
    }
  }
  return Payload;
}

function numberPayload(
  name: string,
  description: string,
): Type<NumberPayload> & (new (number: QueueNumber) => NumberPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements NumberPayload {
    @Field(() => QueueNumberType, { description: 'The number as it is now.' })
    readonly number: QueueNumber;

    constructor(number: QueueNumber) {
      this.number = number;
    }
  }
  return Payload;
}

export const OpenQueueTablePayload = tablePayload('OpenQueueTablePayload', 'Numbers can be drawn.');
export const CloseQueueTablePayload = tablePayload('CloseQueueTablePayload', 'No more numbers are drawn.');
export const DrawQueueNumberPayload = numberPayload('DrawQueueNumberPayload', 'The caller’s number.');
export const DrawQueueNumberForPayload = numberPayload(
  'DrawQueueNumberForPayload',
  'The number to be told to whom it was drawn for.',
);
export const GiveBackQueueNumberPayload = numberPayload(
  'GiveBackQueueNumberPayload',
  'The number is given back.',
);
export const CallNextQueueNumberPayload = numberPayload(
  'CallNextQueueNumberPayload',
  'The number that is called.',
);
export const RecallQueueNumberPayload = numberPayload('RecallQueueNumberPayload', 'It is called again.');
export const FinishQueueNumberPayload = numberPayload('FinishQueueNumberPayload', 'It is over.');

export const OpenQueueTableResult = resultUnion('OpenQueueTableResult', [
  OpenQueueTablePayload,
  QueueTableTakenError,
] as const);
export type OpenQueueTableResult = typeof OpenQueueTableResult;

export const DrawQueueNumberResult = resultUnion('DrawQueueNumberResult', [
  DrawQueueNumberPayload,
  QueueClosedError,
  QueueOtherSideError,
] as const);
export type DrawQueueNumberResult = typeof DrawQueueNumberResult;

export const DrawQueueNumberForResult = resultUnion('DrawQueueNumberForResult', [
  DrawQueueNumberForPayload,
  QueueClosedError,
  QueueOtherSideError,
  QueueTicketError,
] as const);
export type DrawQueueNumberForResult = typeof DrawQueueNumberForResult;

export const GiveBackQueueNumberResult = resultUnion('GiveBackQueueNumberResult', [
  GiveBackQueueNumberPayload,
  QueueNumberStateError,
] as const);
export type GiveBackQueueNumberResult = typeof GiveBackQueueNumberResult;

export const CallNextQueueNumberResult = resultUnion('CallNextQueueNumberResult', [
  CallNextQueueNumberPayload,
  QueueEmptyError,
] as const);
export type CallNextQueueNumberResult = typeof CallNextQueueNumberResult;

export const RecallQueueNumberResult = resultUnion('RecallQueueNumberResult', [
  RecallQueueNumberPayload,
  QueueBusyError,
  QueueNumberStateError,
] as const);
export type RecallQueueNumberResult = typeof RecallQueueNumberResult;

export const FinishQueueNumberResult = resultUnion('FinishQueueNumberResult', [
  FinishQueueNumberPayload,
  QueueNumberStateError,
] as const);
export type FinishQueueNumberResult = typeof FinishQueueNumberResult;
