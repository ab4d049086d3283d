import { LocalDateScalar } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Length, MaxLength, Min } from 'class-validator';
import { TierLevel } from '../tier-level.js';

/** 专精特新 was first named in the national plan for the growth of SMEs of 2011; no recognition is older. */
const FIRST_YEAR = 2011;

/** What a recognition says. */
@InputType({ isAbstract: true })
export abstract class TierContentInput {
  @Field(() => ID, { description: 'The recognised organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => TierLevel, { description: 'The tier.' })
  @IsEnum(TierLevel)
  level!: TierLevel;

  @Field(() => Int, { description: 'Year of the recognition.' })
  @IsInt()
  @Min(FIRST_YEAR)
  year!: number;

  @Field(() => String, { nullable: true, description: 'Batch of the recognition.' })
  @IsOptional()
  @MaxLength(60)
  batch?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  @IsOptional()
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read: document number or address.' })
  @IsOptional()
  @MaxLength(500)
  evidence?: string | null;
}

@InputType({ description: 'A tier that the acting organization was recognised for.' })
export class DeclareTierRecognitionInput extends TierContentInput {
  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({
  description: 'A recognition as it is to be stated from now on; what is left out is not stated any more.',
})
export class UpdateTierRecognitionInput extends TierContentInput {
  @Field(() => ID, { description: 'The recognition.' })
  tierRecognitionId!: string;
}
