import { DecimalScalar, IsPublicName, PageArgs, QuantityInput } from '@app/kernel';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CapabilityKind, CapabilityState, FirstSetLevel } from './capability.enums.js';

/** What a list of capabilities is narrowed to. */
@ArgsType()
export class OrganizationCapabilitiesArgs extends PageArgs {
  @Field(() => CapabilityState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(CapabilityState)
  state?: CapabilityState | null;
}

/** Names a capability and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A capability of the acting organization.' })
abstract class CapabilityStepInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;
}

@InputType({ description: 'A capability to publish.' })
export class PublishCapabilityInput extends CapabilityStepInput {}

@InputType({ description: 'A capability to withdraw.' })
export class WithdrawCapabilityInput extends CapabilityStepInput {}

@InputType({ description: 'A capability whose facts still hold.' })
export class ReconfirmCapabilityInput extends CapabilityStepInput {}

/** Two years: what takes longer is a project, not a delivery. */
const LONGEST_LEAD_TIME = 730;

@InputType({ description: 'A typed parameter with the range or the values on offer.' })
export class OfferedParameterInput {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  @Length(1, 60)
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value, in the parameter’s unit.' })
  min?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value, in the parameter’s unit.' })
  max?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of min and max; the parameter’s own when left out.',
  })
  @IsOptional()
  @MaxLength(20)
  unit?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Grades or names on offer.' })
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  values!: string[];
}

@InputType({ description: 'A price range; at least one end is given.' })
export class PriceRangeInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'Least price, in the currency’s main unit.' })
  min?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest price, in the currency’s main unit.' })
  max?: string | null;

  @Field({ defaultValue: 'CNY', description: 'ISO 4217 code.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether tax is included; null when not stated.' })
  @IsOptional()
  @IsBoolean()
  taxIncluded?: boolean | null;

  @Field({ description: 'Unit that the price is for: 件, kg, 小时.' })
  @Length(1, 20)
  basis!: string;
}

/** What a supplier may say about a capability beside its kind and title; null clears, a field left out stays. */
@InputType({ isAbstract: true, description: 'What a supplier says about a capability.' })
export abstract class CapabilityTermsInput {
  @Field(() => String, { nullable: true, description: 'Description.' })
  @IsOptional()
  @MaxLength(10_000)
  description?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Trade concepts, most important first, instead of those found in the texts; null finds them again.',
  })
  @IsOptional()
  @ArrayMaxSize(8)
  @Length(1, 80, { each: true })
  conceptIds?: string[] | null;

  @Field(() => [OfferedParameterInput], {
    nullable: true,
    description: 'Typed parameters with what is on offer.',
  })
  @IsOptional()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => OfferedParameterInput)
  parameters?: OfferedParameterInput[] | null;

  @Field(() => String, { nullable: true, description: 'Industry, GB/T 4754 with the section letter.' })
  @IsOptional()
  @MaxLength(20)
  industryCode?: string | null;

  @Field(() => [String], { nullable: true, description: 'Materials.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  materials?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Processes.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  processes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Tolerances and specifications.' })
  @IsOptional()
  @MaxLength(5000)
  specification?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The supplier’s certificates that apply; null when all of them do.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  certificateIds?: string[] | null;

  @Field(() => QuantityInput, { nullable: true, description: 'Capacity: amount, unit and period.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  capacity?: QuantityInput | null;

  @Field(() => QuantityInput, {
    nullable: true,
    description: 'Minimum order: amount and unit; its period is ONCE.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  minimumOrder?: QuantityInput | null;

  @Field(() => PriceRangeInput, { nullable: true, description: 'Price range.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PriceRangeInput)
  price?: PriceRangeInput | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_LEAD_TIME)
  leadTimeDays?: number | null;

  @Field(() => [String], { nullable: true, description: 'Places delivered to, GB/T 2260.' })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(20, { each: true })
  regionsServed?: string[] | null;

  @Field(() => FirstSetLevel, { nullable: true, description: 'Level as first-set equipment.' })
  @IsOptional()
  @IsEnum(FirstSetLevel)
  firstSetLevel?: FirstSetLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it stands in an official catalogue of innovative products.',
  })
  @IsOptional()
  @IsBoolean()
  innovationCatalogue?: boolean | null;
}

@InputType({ description: 'A new capability of the acting organization.' })
export class CreateCapabilityInput extends CapabilityTermsInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => CapabilityKind, { description: 'What it is about.' })
  @IsEnum(CapabilityKind)
  kind!: CapabilityKind;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'Changes of a capability; fields left out stay, null clears.' })
export class UpdateCapabilityInput extends CapabilityTermsInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => CapabilityKind, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @IsEnum(CapabilityKind)
  kind?: CapabilityKind | null;

  @Field(() => String, { nullable: true, description: 'Title.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title?: string | null;
}
