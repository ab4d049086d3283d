import { Access } from '@app/identity';
import { DecimalScalar, resultUnion } from '@app/kernel';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingStateError } from '../booking/meeting.errors.js';
import { MeetingType } from '../booking/meeting.type.js';
import { OutcomeKind } from './meeting-outcome.enums.js';

@InputType({ description: 'Whether more will come of a meeting.' })
export class EndOutcomeThreadInput {
  @Field(() => ID, { description: 'One of the two, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field({ defaultValue: true, description: 'Whether nothing more will come; otherwise it is open again.' })
  @IsBoolean()
  ended!: boolean;
}

@ObjectType('EndOutcomeThreadPayload', { description: 'It is noted; who has ended it is not asked again.' })
@Access('the caller')
export class EndOutcomeThreadPayload {
  @Field(() => MeetingType, { description: 'The meeting as it is now.' })
  readonly meeting: Meeting;

  constructor(meeting: Meeting) {
    this.meeting = meeting;
  }
}

export const EndOutcomeThreadResult = resultUnion('EndOutcomeThreadResult', [
  EndOutcomeThreadPayload,
  MeetingStateError,
] as const);
export type EndOutcomeThreadResult = typeof EndOutcomeThreadResult;

@ObjectType('OutcomeFigures', { description: 'What outcomes of one kind came to at an event.' })
@Access('members of those who organize the event')
export class OutcomeFiguresType {
  @Field(() => OutcomeKind, { description: 'Which kind.' })
  kind!: string;

  @Field(() => Int, { description: 'How many at least one side claims.' })
  claimed!: number;

  @Field(() => Int, { description: 'How many both sides claim.' })
  confirmed!: number;

  @Field(() => DecimalScalar, { description: 'CNY, the higher amount of each that is claimed.' })
  amountClaimed!: string;

  @Field(() => DecimalScalar, {
    description: 'CNY, the lower amount of each that both claim with an amount.',
  })
  amountConfirmed!: string;
}
