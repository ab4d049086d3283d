import { DecimalScalar, IsPublicName, LocalDateScalar, QuantityInput } from '@app/kernel';
import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsDate,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NeedKind, NeedPurpose, NeedVisibility, Tooling } from '../needs/procurement-need.enums.js';

@InputType({ description: 'A line item; whatever is left out is not stated.' })
export class NeedLineInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The line that this one replaces; a new line when left out.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'What is wanted; the need’s title when left out.' })
  @IsOptional()
  @Length(1, 200)
  @IsPublicName({ title: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Part number.' })
  @IsOptional()
  @MaxLength(100)
  partNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Drawing number.' })
  @IsOptional()
  @MaxLength(100)
  drawingNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Revision of the drawing.' })
  @IsOptional()
  @MaxLength(40)
  revision?: string | null;

  @Field(() => String, { nullable: true, description: 'Material: grade and state.' })
  @IsOptional()
  @MaxLength(200)
  material?: string | null;

  @Field(() => String, { nullable: true, description: 'Process.' })
  @IsOptional()
  @MaxLength(200)
  process?: string | null;

  @Field(() => String, { nullable: true, description: 'Tolerance.' })
  @IsOptional()
  @MaxLength(500)
  tolerance?: string | null;

  @Field(() => String, { nullable: true, description: 'Surface and its treatment.' })
  @IsOptional()
  @MaxLength(500)
  surface?: string | null;

  @Field(() => String, { nullable: true, description: 'Heat treatment.' })
  @IsOptional()
  @MaxLength(500)
  heatTreatment?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is inspected.' })
  @IsOptional()
  @MaxLength(500)
  inspection?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is packed.' })
  @IsOptional()
  @MaxLength(500)
  packaging?: string | null;

  @Field(() => QuantityInput, { nullable: true, description: 'How many, once, per month or per year.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  quantity?: QuantityInput | null;

  @Field(() => [DecimalScalar], {
    nullable: true,
    description: 'Amounts of the first, second, … year where the volume changes.',
  })
  @IsOptional()
  @ArrayMaxSize(15)
  yearlySteps?: string[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Start of production.' })
  startOfProduction?: string | null;

  @Field(() => Tooling, { nullable: true, description: 'Whose tooling makes it.' })
  @IsOptional()
  @IsEnum(Tooling)
  tooling?: Tooling | null;
}

@InputType({ description: 'A typed parameter with the range or the values asked for.' })
class AskedParameterInput {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  @Length(1, 60)
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value, in the parameter’s unit.' })
  min?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Largest value, in the parameter’s unit; the same as min for one value.',
  })
  max?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unit of min and max; the parameter’s own when left out.',
  })
  @IsOptional()
  @MaxLength(20)
  unit?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Grades or names asked for.' })
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  values!: string[];
}

@InputType({ description: 'The price that the buyer aims at.' })
export class TargetPriceInput {
  @Field(() => DecimalScalar, { description: 'Exact amount in the currency’s main unit.' })
  amount!: string;

  @Field({ defaultValue: 'CNY', description: 'ISO 4217 code.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether tax is included; null when not stated.' })
  @IsOptional()
  @IsBoolean()
  taxIncluded?: boolean | null;

  @Field({ defaultValue: '件', description: 'Unit that the price is for: 件, kg, 小时.' })
  @Length(1, 20)
  basis!: string;

  @Field({
    defaultValue: false,
    description: 'Whether suppliers see it; otherwise the buyer’s members only.',
  })
  @IsBoolean()
  shown!: boolean;
}

@InputType({ description: 'What the buyer can spend; at least one end is given.' })
export class BudgetBandInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower end, in the currency’s main unit.' })
  min?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper end, in the currency’s main unit.' })
  max?: string | null;

  @Field({ defaultValue: 'CNY', description: 'ISO 4217 code.' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @Field({
    defaultValue: false,
    description: 'Whether suppliers see it; otherwise the buyer’s members only.',
  })
  @IsBoolean()
  shown!: boolean;
}

/** What a buyer may say about a need beside its title; null clears, a field left out stays. */
@InputType({ isAbstract: true, description: 'What a buyer says about a need.' })
export abstract class NeedTermsInput {
  @Field(() => NeedKind, {
    nullable: true,
    description: 'What is wanted; PART when a new need leaves it out.',
  })
  @IsOptional()
  @IsEnum(NeedKind)
  kind?: NeedKind | null;

  @Field(() => NeedVisibility, {
    nullable: true,
    description: 'Who may see it once published; PUBLIC when a new need leaves it out.',
  })
  @IsOptional()
  @IsEnum(NeedVisibility)
  visibility?: NeedVisibility | null;

  @Field(() => String, { nullable: true, description: 'Description.' })
  @IsOptional()
  @MaxLength(10_000)
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name under which the buyer stands instead of its own; null names the buyer.',
  })
  @IsOptional()
  @Length(2, 100)
  @IsPublicName()
  alias?: string | null;

  @Field(() => [NeedLineInput], { nullable: true, description: 'All line items, in their order.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NeedLineInput)
  lines?: NeedLineInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Kinds of certificates that a supplier must have.' })
  @IsOptional()
  @ArrayMaxSize(30)
  requiredCertificates?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Kinds of certificates that are welcome.' })
  @IsOptional()
  @ArrayMaxSize(30)
  preferredCertificates?: string[] | null;

  @Field(() => [AskedParameterInput], { nullable: true, description: 'Typed parameters asked for.' })
  @IsOptional()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => AskedParameterInput)
  parameters?: AskedParameterInput[] | null;

  @Field(() => String, { nullable: true, description: 'Place of delivery, GB/T 2260.' })
  @IsOptional()
  @MaxLength(20)
  deliveryRegionCode?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day by which the first delivery is wanted.' })
  deliverBy?: string | null;

  @Field(() => TargetPriceInput, { nullable: true, description: 'Target price.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TargetPriceInput)
  targetPrice?: TargetPriceInput | null;

  @Field(() => BudgetBandInput, { nullable: true, description: 'Budget.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BudgetBandInput)
  budget?: BudgetBandInput | null;

  @Field(() => String, { nullable: true, description: 'Payment terms.' })
  @IsOptional()
  @MaxLength(500)
  paymentTerms?: string | null;

  @Field(() => NeedPurpose, { nullable: true, description: 'Why the buyer asks.' })
  @IsOptional()
  @IsEnum(NeedPurpose)
  purpose?: NeedPurpose | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when suppliers can answer; thirty days after publication when left out.',
  })
  @IsOptional()
  @IsDate()
  replyDeadline?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is reserved for small and medium enterprises.',
  })
  @IsOptional()
  @IsBoolean()
  smeReserved?: boolean | null;
}

@InputType({
  description:
    'A new need of the acting organization. Title, one line with a quantity, region and reply deadline are enough.',
})
export class CreateProcurementNeedInput extends NeedTermsInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

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

@InputType({ description: 'Changes of a need; fields left out stay, null clears.' })
export class UpdateProcurementNeedInput extends NeedTermsInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Title.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title?: string | null;
}
