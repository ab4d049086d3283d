import { Access } from '@app/identity';
import { ParticipantRole } from '@app/matchmaking-events';
import { DecimalScalar } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OutcomeKind } from './meeting-outcome.enums.js';

@ObjectType('MeetingOutcome', { description: 'Something that came of a meeting.' })
@Access('members of the two, and of those who organize the event')
export class MeetingOutcomeType {
  claimedByBuyerAt!: Date | null;

  claimedBySupplierAt!: Date | null;

  @Field(() => OutcomeKind, { description: 'What.' })
  kind!: OutcomeKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'CNY that the buyer says it comes to.' })
  amountByBuyer!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'CNY that the supplier says it comes to.' })
  amountBySupplier!: string | null;
}

@ObjectType('MeetingFeedback', { description: 'What one side of a meeting says of it.' })
@Access('members of that side, and of those who organize the event')
export class MeetingFeedbackType {
  @Field(() => ParticipantRole, { description: 'Which side.' })
  role!: string;

  @Field(() => Int, { description: '1 to 5.' })
  rating!: number;

  @Field(() => String, { nullable: true, description: 'In words.' })
  comment!: string | null;
}

@ObjectType('MeetingNumbers', { description: 'What an event’s meetings came to, in numbers of this moment.' })
@Access('members of those who organize the event')
export class MeetingNumbersType {
  @Field(() => Int, { description: 'Meetings that are published, held, or to which somebody did not come.' })
  arranged!: number;

  @Field(() => Int, { description: 'Meetings held.' })
  held!: number;

  @Field(() => Int, { description: 'Meetings to which somebody did not come.' })
  noShows!: number;

  @Field(() => Int, { description: 'Wishes to meet, MUST and WANT of either side.' })
  wishes!: number;

  @Field(() => Int, { description: 'Of these, wishes that have their meeting.' })
  satisfiedWishes!: number;

  @Field(() => Int, { description: 'Intents that at least one side claims.' })
  intentsClaimed!: number;

  @Field(() => Int, { description: 'Intents that both sides claim.' })
  intentsConfirmed!: number;

  @Field(() => Int, { description: 'Samples, trials and orders that at least one side claims.' })
  outcomesClaimed!: number;

  @Field(() => Int, { description: 'Samples, trials and orders that both sides claim.' })
  outcomesConfirmed!: number;
}
