import { CapabilityKind } from '@app/capabilities';
import { DecimalScalar } from '@app/kernel';
import { EventKind } from '@app/matchmaking-events';
import { TierLevel } from '@app/organizations';
import { NeedKind } from '@app/procurement';
import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  MaxLength,
  Min,
} from 'class-validator';

const MOST_VALUES = 50;

@InputType({
  description:
    'What hits must be. All that is given must hold; a condition that the index does not know is refused.',
})
export class SearchFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: 'In one of these regions, GB/T 2260, all of one level: provinces, cities or counties.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(20, { each: true })
  regions?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Capabilities: stated to be delivered to this region.',
  })
  @IsOptional()
  @MaxLength(20)
  deliversTo?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In one of these industries, GB/T 4754, of any level.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(20, { each: true })
  industries?: string[] | null;

  @Field(() => [CapabilityKind], { nullable: true, description: 'Capabilities of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(CapabilityKind, { each: true })
  capabilityKinds?: CapabilityKind[] | null;

  @Field(() => [NeedKind], { nullable: true, description: 'Needs of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(NeedKind, { each: true })
  needKinds?: NeedKind[] | null;

  @Field(() => [EventKind], { nullable: true, description: 'Events of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(EventKind, { each: true })
  eventKinds?: EventKind[] | null;

  @Field(() => [TierLevel], { nullable: true, description: 'Recognised on one of these tiers.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(TierLevel, { each: true })
  tiers?: TierLevel[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Kinds of certificate, all of them held (or asked for, with needs).',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @MaxLength(40, { each: true })
  certificates?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About one of these trade concepts.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(80, { each: true })
  conceptIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this supplier, buyer or organizer.' })
  @IsOptional()
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Capabilities, organizations: whether somebody looks after the profile.',
  })
  @IsOptional()
  @IsBoolean()
  claimed?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Capabilities: at most so many days of lead time.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  leadTimeDaysMax?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Capabilities: at least so much per month.' })
  @IsOptional()
  capacityPerMonthMin?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Capabilities: a price that begins at most here.',
  })
  @IsOptional()
  priceMax?: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Needs: replies are taken at this instant.',
  })
  @IsOptional()
  replyAfter?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Events that end at or after this instant.',
  })
  @IsOptional()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Events that start at or before this instant.',
  })
  @IsOptional()
  to?: Date | null;
}
