import { Access } from '@app/identity';
import { keyOf, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import type { ProcurementNeed } from '../needs/procurement-need.entity.js';
import type { OwnNeed } from './need-writer.js';
import {
  NeedChangedMeanwhileError,
  NeedNotReadyError,
  NeedStateError,
  ProcurementNeedType,
} from '../needs/procurement-need.graphql.js';

/** The payload of a successful mutation of a need. */
interface ProcurementNeedPayload {
  readonly procurementNeed: ProcurementNeed;
}

/** Declares the payload of a mutation of a need. */
export function needPayload(
  name: string,
  description: string,
): Type<ProcurementNeedPayload> & (new (need: ProcurementNeed) => ProcurementNeedPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements ProcurementNeedPayload {
    @Field(() => ProcurementNeedType, { description: 'The need as it is now.' })
    readonly procurementNeed: ProcurementNeed;

    constructor(need: ProcurementNeed) {
      this.procurementNeed = need;
    }
  }
  return Payload;
}

export const CreateProcurementNeedPayload = needPayload(
  'CreateProcurementNeedPayload',
  'The need is drafted.',
);
export const UpdateProcurementNeedPayload = needPayload(
  'UpdateProcurementNeedPayload',
  'The need is changed.',
);
export const PublishProcurementNeedPayload = needPayload(
  'PublishProcurementNeedPayload',
  'The need is open.',
);
export const CloseProcurementNeedPayload = needPayload('CloseProcurementNeedPayload', 'The need is closed.');
export const CancelProcurementNeedPayload = needPayload(
  'CancelProcurementNeedPayload',
  'The need is cancelled.',
);
export const CreateProcurementNeedResult = resultUnion('CreateProcurementNeedResult', [
  CreateProcurementNeedPayload,
] as const);
export type CreateProcurementNeedResult = typeof CreateProcurementNeedResult;

export const UpdateProcurementNeedResult = resultUnion('UpdateProcurementNeedResult', [
  UpdateProcurementNeedPayload,
  NeedChangedMeanwhileError,
  NeedStateError,
] as const);
export type UpdateProcurementNeedResult = typeof UpdateProcurementNeedResult;

export const PublishProcurementNeedResult = resultUnion('PublishProcurementNeedResult', [
  PublishProcurementNeedPayload,
  NeedNotReadyError,
  NeedStateError,
] as const);
export type PublishProcurementNeedResult = typeof PublishProcurementNeedResult;

export const CloseProcurementNeedResult = resultUnion('CloseProcurementNeedResult', [
  CloseProcurementNeedPayload,
  NeedStateError,
] as const);
export type CloseProcurementNeedResult = typeof CloseProcurementNeedResult;

export const CancelProcurementNeedResult = resultUnion('CancelProcurementNeedResult', [
  CancelProcurementNeedPayload,
  NeedStateError,
] as const);
export type CancelProcurementNeedResult = typeof CancelProcurementNeedResult;

/** A need and the organization that the caller acts for. */
@InputType({ isAbstract: true, description: 'A need of the acting organization.' })
export abstract class ProcurementNeedStepInput {
  @Field(() => ID, { description: 'The buyer that the caller acts for.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;
}

@InputType({ description: 'A draft to publish.' })
export class PublishProcurementNeedInput extends ProcurementNeedStepInput {}

@InputType({ description: 'A published need to close.' })
export class CloseProcurementNeedInput extends ProcurementNeedStepInput {}

@InputType({ description: 'A need to cancel.' })
export class CancelProcurementNeedInput extends ProcurementNeedStepInput {
  @Field({ description: 'Reason, shown to everybody who sees the need.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}

/** The ids in the input of a step. */
export function ownNeedOf(input: ProcurementNeedStepInput): OwnNeed {
  return {
    id: keyOf(input.needId, 'ProcurementNeed'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
