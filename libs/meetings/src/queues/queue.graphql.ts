import { Access } from '@app/identity';
import { connectionType, PageArgs, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';
import { type QueueNumber, QueueNumberState, type QueueTable } from './queue-table.entity.js';
import {
  QueueBusyError,
  QueueClosedError,
  QueueEmptyError,
  QueueNumberStateError,
  QueueOtherSideError,
  QueueTableTakenError,
  QueueTicketError,
} from './queue.texts.js';

@ObjectType('QueueTable', {
  description: 'A participant’s table or booth at which one talks by call number.',
})
@Access('members of participants of the event, and of those who organize it')
export class QueueTableType {
  id!: string;

  eventId!: string;

  registrationId!: string;

  @Field({ description: 'What stands on it.' })
  label!: string;

  @Field(() => Int, { description: 'How long a talk is expected to take, in minutes.' })
  minutesEach!: number;

  @Field({ description: 'Whether numbers can be drawn.' })
  open!: boolean;

  @Field(() => Int, { description: 'The highest number that was drawn.' })
  lastNumber!: number;
}

@ObjectType('QueueNumber', { description: 'A number that a participant drew at a queue table.' })
@Access('members of who drew it, of whose table it is, and of those who organize the event')
export class QueueNumberType {
  id!: string;

  queueTableId!: string;

  registrationId!: string;

  @Field(() => Int, { description: 'From 1, in the order of drawing.' })
  number!: number;

  @Field(() => QueueNumberState, { description: 'Where it stands.' })
  state!: QueueNumberState;

  @Field(() => Int, { description: 'How often it was called.' })
  calls!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was called last.' })
  calledAt!: Date | null;
}

export const QueueNumberConnectionType = connectionType(QueueNumberType, 'QueueNumber');

/** The longest talk that can be expected, in minutes. */
const LONGEST_TALK = 240;

@InputType({ description: 'A table at which one talks by call number.' })
export class OpenQueueTableInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'The registration of whose table it is: a confirmed buyer or supplier.' })
  registrationId!: string;

  @Field({ description: 'What stands on it; the same label opens the same table again.' })
  @Length(1, 40)
  label!: string;

  @Field(() => Int, { description: 'How long a talk is expected to take, in minutes.' })
  @IsInt()
  @Min(1)
  @Max(LONGEST_TALK)
  minutesEach!: number;
}

/** Names a queue table and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A queue table, and for whom the caller acts.' })
abstract class QueueTableStepInput {
  @Field(() => ID, { description: 'For which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The table.' })
  queueTableId!: string;
}

@InputType({ description: 'A queue table at which no more numbers are to be drawn.' })
export class CloseQueueTableInput extends QueueTableStepInput {}

@InputType({ description: 'A queue table at which one wants to talk.' })
export class DrawQueueNumberInput extends QueueTableStepInput {}

@InputType({
  description: 'A queue table at which somebody wants to talk who is there without a page of their own.',
})
export class DrawQueueNumberForInput extends QueueTableStepInput {
  @Field(() => ID, { nullable: true, description: 'Whose registration, unless a ticket is shown.' })
  @IsOptional()
  registrationId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the ticket says that is shown.' })
  @IsOptional()
  @Length(1, 400)
  ticket?: string | null;
}

@InputType({ description: 'A queue table at which the next number is to be called.' })
export class CallNextQueueNumberInput extends QueueTableStepInput {}

/** Names a call number and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A call number, and for whom the caller acts.' })
abstract class QueueNumberStepInput {
  @Field(() => ID, { description: 'For which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The number.' })
  numberId!: string;
}

@InputType({ description: 'A number that one does not need any more.' })
export class GiveBackQueueNumberInput extends QueueNumberStepInput {}

@InputType({ description: 'A number that is to be called again.' })
export class RecallQueueNumberInput extends QueueNumberStepInput {}

@InputType({ description: 'A number that is over.' })
export class FinishQueueNumberInput extends QueueNumberStepInput {
  @Field({ description: 'Whether nobody came.' })
  skipped!: boolean;
}

/** The queue tables of an event. */
@ArgsType()
export class QueueTablesArgs {
  @Field(() => ID, { description: 'A participant or organizer, for which the caller asks.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** What an organization drew at an event. */
@ArgsType()
export class MyQueueNumbersArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** The line of a queue table. */
@ArgsType()
export class QueueNumbersArgs extends PageArgs {
  @Field(() => ID, { description: 'The table.' })
  queueTableId!: string;
}

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
  'The number to tell the person it was drawn for.',
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
