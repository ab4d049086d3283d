import { DecimalScalar, QuantityInput } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Two years: what takes longer is a project, not a delivery. */
const LONGEST_LEAD_TIME = 730;

@InputType({ description: 'A typed parameter as the supplier states it for this need.' })
export class StatedParameterInput {
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

  @Field(() => [String], { defaultValue: [], description: 'Grades or names.' })
  @ArrayMaxSize(50)
  @Length(1, 60, { each: true })
  values!: string[];
}

@InputType({ description: '“We can supply”: the answer of the acting organization to a need.' })
export class RespondToNeedInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { nullable: true, description: 'A published capability of the supplier.' })
  capabilityId?: string | null;

  @Field({ description: 'What the supplier says.' })
  @Length(2, 2000)
  @Matches(/\S\s*\S/)
  message!: string;

  @Field(() => [StatedParameterInput], { defaultValue: [], description: 'Parameters stated for this need.' })
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => StatedParameterInput)
  parameters!: StatedParameterInput[];

  @Field(() => QuantityInput, { nullable: true, description: 'Capacity for this need.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  capacity?: QuantityInput | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_LEAD_TIME)
  leadTimeDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Certificates, in the supplier’s words.' })
  @IsOptional()
  @MaxLength(1000)
  certificates?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id answers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
