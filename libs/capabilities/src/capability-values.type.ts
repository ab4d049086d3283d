import { Access } from '@app/identity';
import { DecimalScalar } from '@app/kernel';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { CapabilityFact } from './capability.enums.js';

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
