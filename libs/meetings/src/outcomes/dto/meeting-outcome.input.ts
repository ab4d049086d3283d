import { DecimalScalar } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { OutcomeKind } from '../meeting-outcome.enums.js';

@InputType({ description: 'Who came to a meeting.' })
export class RecordMeetingAttendanceInput {
  @Field(() => ID, { description: 'An organizer of the event, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => [ParticipantRole], { description: 'Sides that did not come; none: it was held.' })
  @ArrayMaxSize(2)
  @IsIn([ParticipantRole.BUYER, ParticipantRole.SUPPLIER], { each: true })
  absent!: ParticipantRole[];
}

@InputType({ description: 'An outcome that one side claims, or does not claim any more.' })
export class ClaimMeetingOutcomeInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => OutcomeKind, { description: 'What came of it.' })
  @IsEnum(OutcomeKind)
  kind!: OutcomeKind;

  @Field({ defaultValue: true, description: 'Whether it is claimed; otherwise the claim is taken back.' })
  @IsBoolean()
  claimed!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'CNY that it comes to, more than nothing; without it an amount said before stays.',
  })
  @IsOptional()
  amount?: string | null;
}

@InputType({ description: 'What one side says of a meeting; the other side does not read it.' })
export class RateMeetingInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => Int, { description: '1 to 5.' })
  @IsInt()
  @Min(1)
  @Max(5)
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  @IsOptional()
  @MaxLength(1000)
  comment?: string | null;
}
