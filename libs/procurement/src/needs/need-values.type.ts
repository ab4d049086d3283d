import { Access } from '@app/identity';
import { DecimalScalar } from '@app/kernel';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('NeedConcept', {
  description: 'What a need is about: a trade concept, or a word that the vocabulary does not know.',
})
@Access('everyone who sees the need')
export class NeedConceptType {
  @Field(() => ID, { nullable: true, description: 'Trade concept; null for a plain word.' })
  conceptId!: string | null;

  @Field({ description: 'Kind of the concept, or KEYWORD.' })
  kind!: string;

  @Field({ description: 'The words that name it.' })
  text!: string;

  @Field(() => Float, { description: 'Importance, 0 to 1.' })
  weight!: number;
}

@ObjectType('AskedParameter', { description: 'A typed parameter with the range or the values asked for.' })
@Access('everyone who sees the need')
export class AskedParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names asked for.' })
  values!: readonly string[];
}

@ObjectType('TargetPrice', { description: 'The price that a buyer aims at.' })
@Access('everyone who sees the need when the buyer shows it; otherwise the buyer’s members')
export class TargetPriceType {
  @Field(() => DecimalScalar, { description: 'Exact amount in the currency’s main unit.' })
  amount!: string;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether tax is included; null when not stated.' })
  taxIncluded!: boolean | null;

  @Field({ description: 'Unit that the price is for.' })
  basis!: string;
}

@ObjectType('BudgetBand', { description: 'What a buyer can spend; at least one end is known.' })
@Access('everyone who sees the need when the buyer shows it; otherwise the buyer’s members')
export class BudgetBandType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower end, in the currency’s main unit.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper end, in the currency’s main unit.' })
  max!: string | null;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;
}
