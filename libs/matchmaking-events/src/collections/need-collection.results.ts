import { Access } from '@app/identity';
import { resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import type { CollectedNeed, NeedCollection } from './need-collection.entity.js';
import { CollectedNeedStateError, CollectionClosedError } from './need-collection.errors.js';
import { CollectedNeedType, NeedCollectionType } from './need-collection.type.js';

interface CollectedPayload {
  readonly collectedNeed: CollectedNeed;
}

function payload(
  name: string,
  description: string,
): Type<CollectedPayload> & (new (need: CollectedNeed) => CollectedPayload) {
  @ObjectType(name, { description })
  @Access('the caller')
  class Payload implements CollectedPayload {
    @Field(() => CollectedNeedType, { description: 'The collected need as it is now.' })
    readonly collectedNeed: CollectedNeed;

    constructor(need: CollectedNeed) {
      this.collectedNeed = need;
    }
  }
  return Payload;
}

@ObjectType('OpenNeedCollectionPayload', { description: 'The collection is open.' })
@Access('the caller')
export class OpenNeedCollectionPayload {
  @Field(() => NeedCollectionType, { description: 'The collection.' })
  readonly collection: NeedCollection;

  constructor(collection: NeedCollection) {
    this.collection = collection;
  }
}

export const EnterCollectedNeedPayload = payload('EnterCollectedNeedPayload', 'The need is written down.');
export const ReviewCollectedNeedPayload = payload('ReviewCollectedNeedPayload', 'The bureau has decided.');
export const InviteForCollectedNeedPayload = payload(
  'InviteForCollectedNeedPayload',
  'The suppliers are invited to the event.',
);

export const OpenNeedCollectionResult = resultUnion('OpenNeedCollectionResult', [
  OpenNeedCollectionPayload,
] as const);
export type OpenNeedCollectionResult = typeof OpenNeedCollectionResult;

export const EnterCollectedNeedResult = resultUnion('EnterCollectedNeedResult', [
  EnterCollectedNeedPayload,
  CollectionClosedError,
  CollectedNeedStateError,
] as const);
export type EnterCollectedNeedResult = typeof EnterCollectedNeedResult;

export const ReviewCollectedNeedResult = resultUnion('ReviewCollectedNeedResult', [
  ReviewCollectedNeedPayload,
  CollectedNeedStateError,
] as const);
export type ReviewCollectedNeedResult = typeof ReviewCollectedNeedResult;

export const InviteForCollectedNeedResult = resultUnion('InviteForCollectedNeedResult', [
  InviteForCollectedNeedPayload,
  CollectedNeedStateError,
] as const);
export type InviteForCollectedNeedResult = typeof InviteForCollectedNeedResult;

@ObjectType('ExportNeedCollectionPayload', { description: 'The whole collection as a table.' })
@Access('the caller')
export class ExportNeedCollectionPayload {
  @Field({ description: 'Name for saving it.' })
  readonly fileName!: string;

  @Field({ description: 'What is in it, XLSX in base64.' })
  readonly base64!: string;
}

export const ExportNeedCollectionResult = resultUnion('ExportNeedCollectionResult', [
  ExportNeedCollectionPayload,
] as const);
export type ExportNeedCollectionResult = typeof ExportNeedCollectionResult;
