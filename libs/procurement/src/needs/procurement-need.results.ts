import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { ProcurementNeed } from './procurement-need.entity.js';
import { NeedChangedMeanwhileError, NeedNotReadyError, NeedStateError } from './procurement-need.errors.js';
import { ProcurementNeedType } from './procurement-need.type.js';

/** What a mutation of a need gives when it went well. */
interface ProcurementNeedPayload {
  readonly procurementNeed: ProcurementNeed;
}

function payload(
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

export const CreateProcurementNeedPayload = payload('CreateProcurementNeedPayload', 'The need is drafted.');
export const UpdateProcurementNeedPayload = payload('UpdateProcurementNeedPayload', 'The need is changed.');
export const PublishProcurementNeedPayload = payload('PublishProcurementNeedPayload', 'The need is open.');
export const CloseProcurementNeedPayload = payload('CloseProcurementNeedPayload', 'The need is closed.');
export const CancelProcurementNeedPayload = payload(
  'CancelProcurementNeedPayload',
  'The need is called off.',
);
export const InviteToProcurementNeedPayload = payload(
  'InviteToProcurementNeedPayload',
  'The organizations are invited.',
);

export const WithdrawNeedInvitationPayload = payload(
  'WithdrawNeedInvitationPayload',
  'The organization is not invited any more.',
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

export const InviteToProcurementNeedResult = resultUnion('InviteToProcurementNeedResult', [
  InviteToProcurementNeedPayload,
  NeedStateError,
] as const);
export type InviteToProcurementNeedResult = typeof InviteToProcurementNeedResult;

export const WithdrawNeedInvitationResult = resultUnion('WithdrawNeedInvitationResult', [
  WithdrawNeedInvitationPayload,
  NeedStateError,
] as const);
export type WithdrawNeedInvitationResult = typeof WithdrawNeedInvitationResult;
