import { Access, ConsentTextChangedError } from '@app/identity';
import { resultUnion } from '@app/kernel';
import { NeedNotOpenError } from '@app/procurement';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { SupplyResponse } from './supply-response.entity.js';
import {
  BuyerNotNamedError,
  SupplyResponseExistsError,
  SupplyResponseStateError,
} from './supply-response.errors.js';
import { SupplyResponseType } from './supply-response.type.js';

/** What a mutation of a supply response gives when it went well. */
interface SupplyResponsePayload {
  readonly supplyResponse: SupplyResponse;
}

function payload(
  name: string,
  description: string,
): Type<SupplyResponsePayload> & (new (response: SupplyResponse) => SupplyResponsePayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements SupplyResponsePayload {
    @Field(() => SupplyResponseType, { description: 'The response as it is now.' })
    readonly supplyResponse: SupplyResponse;

    constructor(response: SupplyResponse) {
      this.supplyResponse = response;
    }
  }
  return Payload;
}

export const RespondToNeedPayload = payload('RespondToNeedPayload', 'The response is with the buyer.');
export const WithdrawSupplyResponsePayload = payload(
  'WithdrawSupplyResponsePayload',
  'The response is taken back.',
);
export const AnswerSupplyResponsePayload = payload(
  'AnswerSupplyResponsePayload',
  'The supplier is answered.',
);

export const AgreeToContactExchangePayload = payload(
  'AgreeToContactExchangePayload',
  'The viewer agrees that the other side gets the contacts, once it agrees, too.',
);

export const AgreeToContactExchangeResult = resultUnion('AgreeToContactExchangeResult', [
  AgreeToContactExchangePayload,
  BuyerNotNamedError,
  ConsentTextChangedError,
  SupplyResponseStateError,
] as const);
export type AgreeToContactExchangeResult = typeof AgreeToContactExchangeResult;

export const RespondToNeedResult = resultUnion('RespondToNeedResult', [
  RespondToNeedPayload,
  NeedNotOpenError,
  SupplyResponseExistsError,
] as const);
export type RespondToNeedResult = typeof RespondToNeedResult;

export const WithdrawSupplyResponseResult = resultUnion('WithdrawSupplyResponseResult', [
  WithdrawSupplyResponsePayload,
  SupplyResponseStateError,
] as const);
export type WithdrawSupplyResponseResult = typeof WithdrawSupplyResponseResult;

export const AnswerSupplyResponseResult = resultUnion('AnswerSupplyResponseResult', [
  AnswerSupplyResponsePayload,
  SupplyResponseStateError,
] as const);
export type AnswerSupplyResponseResult = typeof AnswerSupplyResponseResult;
