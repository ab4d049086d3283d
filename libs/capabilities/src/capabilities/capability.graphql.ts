import { Access, NodeType } from '@app/identity';
import { connectionType, DecimalScalar, FactState, QuantityType, resultUnion } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Capability } from './capability.entity.js';
import { CapabilityFact, CapabilityKind, CapabilityState, FirstSetLevel } from './capability.enums.js';
import { CapabilityChangedMeanwhileError, CapabilityNotPublishedError } from './capability.texts.js';

@ObjectType('CapabilityConcept', {
  description: 'What a capability is about: a trade concept, or a word that the vocabulary does not know.',
})
@Access('everyone who sees the capability')
export class CapabilityConceptType {
  @Field(() => ID, { nullable: true, description: 'Trade concept; null for a plain word.' })
  conceptId!: string | null;

  @Field({ description: 'Kind of the concept, or KEYWORD.' })
  kind!: string;

  @Field({ description: 'The words that name it.' })
  text!: string;

  @Field(() => Float, { description: 'Importance, 0 to 1.' })
  weight!: number;
}

@ObjectType('OfferedParameter', { description: 'A typed parameter with the range or the values on offer.' })
@Access('everyone who sees the capability')
export class OfferedParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names on offer.' })
  values!: readonly string[];
}

@ObjectType('PriceRange', { description: 'A price range; at least one end is known.' })
@Access('everyone who sees the capability')
export class PriceRangeType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Least price, in the currency’s main unit.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest price, in the currency’s main unit.' })
  max!: string | null;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether tax is included; null when not stated.' })
  taxIncluded!: boolean | null;

  @Field({ description: 'Unit that the price is for.' })
  basis!: string;
}

@ObjectType('CapabilityFreshness', { description: 'How old a group of facts is.' })
@Access('everyone who sees the capability')
export class CapabilityFreshnessType {
  @Field(() => CapabilityFact, { description: 'The group of facts.' })
  fact!: CapabilityFact;

  @Field(() => GraphQLISODateTime, { description: 'When the supplier last confirmed it.' })
  confirmedAt!: Date;

  @Field(() => Int, { description: 'Whole days since then.' })
  days!: number;

  @Field({ description: 'Whether it is too old to rely on without asking.' })
  stale!: boolean;

  @Field({ description: 'Whether it was stated by a one-time link, not by a member of the supplier.' })
  answeredByLink!: boolean;
}

@ObjectType('Capability', {
  description: 'What a supplier can do: a product, a process or a service.',
  implements: () => NodeType,
})
@Access('everyone once published; before and afterwards the supplier’s members')
export class CapabilityType extends NodeType {
  @Field(() => CapabilityKind, { description: 'What it is about.' })
  kind!: CapabilityKind;

  @Field(() => CapabilityState, { description: 'Where it stands.' })
  state!: CapabilityState;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => [CapabilityConceptType], { description: 'What it is about, most important first.' })
  concepts!: CapabilityConceptType[];

  @Field({ description: 'Whether the supplier set the concepts itself.' })
  conceptsCorrected!: boolean;

  @Field(() => [OfferedParameterType], { description: 'Typed parameters with what is on offer.' })
  parameters!: OfferedParameterType[];

  @Field(() => [String], { description: 'Materials.' })
  materials!: string[];

  @Field(() => [String], { description: 'Processes.' })
  processes!: string[];

  @Field(() => String, { nullable: true, description: 'Tolerances and specifications.' })
  specification!: string | null;

  @Field(() => QuantityType, { nullable: true, description: 'Capacity.' })
  capacity!: QuantityType | null;

  @Field(() => QuantityType, { nullable: true, description: 'Minimum order.' })
  minimumOrder!: QuantityType | null;

  @Field(() => PriceRangeType, { nullable: true, description: 'Price range.' })
  price!: PriceRangeType | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  leadTimeDays!: number | null;

  @Field(() => FirstSetLevel, { nullable: true, description: 'Level as first-set equipment.' })
  firstSetLevel!: FirstSetLevel | null;

  @Field({ description: 'Whether it stands in an official catalogue of innovative products.' })
  innovationCatalogue!: boolean;

  @Field(() => FactState, { description: 'DECLARED by the supplier, or INFERRED from its registration.' })
  factState!: FactState;

  @Field(() => String, {
    nullable: true,
    description: 'The phrase of the registered business scope that it was derived from.',
  })
  sourcePhrase!: string | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it came to the platform.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const CapabilityConnectionType = connectionType(CapabilityType, 'Capability');

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
