import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Capability } from './capability.entity.js';
import { CapabilityChangedMeanwhileError, CapabilityNotPublishedError } from './capability.errors.js';
import { CapabilityType } from './capability.type.js';

/** What a mutation of a capability gives when it went well. */
interface CapabilityPayload {
  readonly capability: Capability;
}

function payload(
  name: string,
  description: string,
): Type<CapabilityPayload> & (new (capability: Capability) => CapabilityPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements CapabilityPayload {
    @Field(() => CapabilityType, { description: 'The capability as it is now.' })
    readonly capability: Capability;

    constructor(capability: Capability) {
      this.capability = capability;
    }
  }
  return Payload;
}

export const CreateCapabilityPayload = payload('CreateCapabilityPayload', 'The capability is drafted.');
export const UpdateCapabilityPayload = payload('UpdateCapabilityPayload', 'The capability is changed.');
export const PublishCapabilityPayload = payload('PublishCapabilityPayload', 'The capability is published.');
export const WithdrawCapabilityPayload = payload('WithdrawCapabilityPayload', 'The capability is withdrawn.');
export const ReconfirmCapabilityPayload = payload(
  'ReconfirmCapabilityPayload',
  'All stated facts are confirmed.',
);

export const CreateCapabilityResult = resultUnion('CreateCapabilityResult', [
  CreateCapabilityPayload,
] as const);
export type CreateCapabilityResult = typeof CreateCapabilityResult;

export const UpdateCapabilityResult = resultUnion('UpdateCapabilityResult', [
  UpdateCapabilityPayload,
  CapabilityChangedMeanwhileError,
] as const);
export type UpdateCapabilityResult = typeof UpdateCapabilityResult;

export const PublishCapabilityResult = resultUnion('PublishCapabilityResult', [
  PublishCapabilityPayload,
] as const);
export type PublishCapabilityResult = typeof PublishCapabilityResult;

export const WithdrawCapabilityResult = resultUnion('WithdrawCapabilityResult', [
  WithdrawCapabilityPayload,
  CapabilityNotPublishedError,
] as const);
export type WithdrawCapabilityResult = typeof WithdrawCapabilityResult;

export const ReconfirmCapabilityResult = resultUnion('ReconfirmCapabilityResult', [
  ReconfirmCapabilityPayload,
] as const);
export type ReconfirmCapabilityResult = typeof ReconfirmCapabilityResult;
