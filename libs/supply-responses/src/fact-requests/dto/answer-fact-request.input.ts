import { OfferedParameterInput, PriceRangeInput } from '@app/capabilities';
import { LocalDateScalar, QuantityInput } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Two years: what takes longer is a project, not a delivery. */
const LONGEST_LEAD_TIME = 730;
/** As many as can be asked. */
const MOST_ANSWERS = 20;

@InputType({ description: 'Whether the company holds a certificate that it was asked for.' })
export class AnsweredCertificateInput {
  @Field(() => ID, { description: 'Kind of certificate.' })
  @Length(1, 80)
  kindId!: string;

  @Field({ description: 'Whether the company holds it.' })
  @IsBoolean()
  held!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  @IsOptional()
  @MaxLength(100)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  @IsOptional()
  @MaxLength(1000)
  scope?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil?: string | null;
}

@InputType({ description: 'What the holder of a one-time link answers; what is left out stays unknown.' })
export class AnswerFactRequestInput {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;

  @Field({ description: 'Whether the company does what is asked for at all; if not, nothing else is taken.' })
  @IsBoolean()
  offered!: boolean;

  @Field(() => [AnsweredCertificateInput], {
    defaultValue: [],
    description: 'Certificates that were asked for.',
  })
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => AnsweredCertificateInput)
  certificates!: AnsweredCertificateInput[];

  @Field(() => [OfferedParameterInput], { defaultValue: [], description: 'Parameters that were asked for.' })
  @ArrayMaxSize(MOST_ANSWERS)
  @ValidateNested({ each: true })
  @Type(() => OfferedParameterInput)
  parameters!: OfferedParameterInput[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Parameters that were asked for and cannot be reached.',
  })
  @ArrayMaxSize(MOST_ANSWERS)
  @Length(1, 60, { each: true })
  deniedParameterIds!: string[];

  @Field(() => QuantityInput, { nullable: true, description: 'Capacity.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuantityInput)
  capacity?: QuantityInput | null;

  @Field(() => QuantityInput, { nullable: true, description: 'Minimum order; its period is ONCE.' })
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

  @Field({
    defaultValue: false,
    description: 'Whether the answerer wants to look after the unclaimed profile.',
  })
  @IsBoolean()
  claim!: boolean;
}

@InputType({ description: 'The link whose receiver wants no such messages.' })
export class RefuseFactRequestsInput {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;
}

@InputType({ description: 'The claim of a profile by whoever answered a link.' })
export class ClaimByFactRequestInput {
  @Field({ description: 'The secret of the link that was answered.' })
  @Length(1, 100)
  token!: string;

  @Field({ description: 'Why the claimant may speak for the organization.' })
  @Length(5, 2000)
  evidence!: string;
}
