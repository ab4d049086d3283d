import { Access } from '@app/identity';
import { connectionType, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { NeedKind } from '@app/procurement';
import type { Type } from '@nestjs/common';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import type { CollectedNeed, NeedCollection } from './need-collection.entity.js';
import { CollectedNeedState, ConsentForm } from './need-collection.enums.js';

@ObjectType('CollectionDistrict', { description: 'A district that brings in needs.' })
@Access('members of the bureau and of its districts')
export class CollectionDistrictType {
  id!: string;
  delegateOrganizationId!: string;

  @Field({ description: 'Name of the district.' })
  name!: string;

  @Field(() => Int, { description: 'How many needs the bureau expects of it at least.' })
  quota!: number;
}

@ObjectType('CollectedNeed', { description: 'A company’s need as a district brings it in.' })
@Access('members of the bureau, and of the district that brings it in')
export class CollectedNeedType {
  id!: string;
  collectionId!: string;
  districtId!: string;
  organizationId!: string | null;
  needId!: string | null;

  @Field({ description: 'The company.' })
  companyName!: string;

  @Field(() => String, { nullable: true, description: 'Its unified social credit code.' })
  creditCode!: string | null;

  @Field(() => NeedKind, { description: 'What is needed.' })
  kind!: NeedKind;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Amount and unit in the company’s words.' })
  quantity!: string | null;

  @Field({ description: 'Whether the company lets it be published.' })
  public!: boolean;

  @Field({ description: 'Position of who agreed for the company that it is passed on.' })
  consentGivenBy!: string;

  @Field({ description: 'Day of the consent, YYYY-MM-DD.' })
  consentGivenOn!: string;

  @Field(() => ConsentForm, { description: 'In which form the consent was given.' })
  consentForm!: ConsentForm;

  @Field(() => CollectedNeedState, { description: 'Where it stands on its way up.' })
  state!: CollectedNeedState;

  @Field(() => String, { nullable: true, description: 'Why the bureau gave it back.' })
  returnReason!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const CollectedNeedConnectionType = connectionType(CollectedNeedType, 'CollectedNeed');

@ObjectType('NeedCollection', { description: 'A bureau collects needs for an event, through districts.' })
@Access('members of the bureau and of its districts')
export class NeedCollectionType {
  id!: string;
  eventId!: string;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What delegates are to observe.' })
  instructions!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when needs are handed in.' })
  deadline!: Date;
}

@OutcomeType('CollectionClosedError', 'The deadline of the collection has passed.')
export class CollectionClosedError extends Outcome {
  constructor() {
    super('COLLECTION_CLOSED', {}, ['input.collectionId']);
  }
}

@OutcomeType('CollectedNeedStateError', 'The collected need stands where this is not possible.')
export class CollectedNeedStateError extends Outcome {
  @Field(() => CollectedNeedState, { description: 'Where it stands.' })
  readonly state: CollectedNeedState;

  constructor(state: CollectedNeedState) {
    super('COLLECTED_NEED_STATE', {}, ['input.collectedNeedId']);
    this.state = state;
  }
}

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
