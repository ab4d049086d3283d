import { resultUnion } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { needPayload, ProcurementNeedStepInput } from '../editing/procurement-need-changes.graphql.js';
import { NeedStateError } from '../needs/procurement-need.graphql.js';

@InputType({ description: 'Organizations that the buyer asks to answer a need.' })
export class InviteToProcurementNeedInput extends ProcurementNeedStepInput {
  @Field(() => [ID], { description: 'The invited organizations.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  organizationIds!: string[];
}

@InputType({ description: 'An invitation to withdraw.' })
export class WithdrawNeedInvitationInput extends ProcurementNeedStepInput {
  @Field(() => ID, { description: 'The invited organization.' })
  organizationId!: string;
}

export const InviteToProcurementNeedPayload = needPayload(
  'InviteToProcurementNeedPayload',
  'The organizations are invited.',
);

export const WithdrawNeedInvitationPayload = needPayload(
  'WithdrawNeedInvitationPayload',
  'The organization is no longer invited.',
);

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
