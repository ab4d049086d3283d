import { Outcome, OutcomeType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int } from '@nestjs/graphql';

@OutcomeType('MeetingWishesClosedError', 'The time in which wishes can be changed is over.')
export class MeetingWishesClosedError extends Outcome {
  @Field(() => GraphQLISODateTime, { description: 'Until when they could be.' })
  readonly until: Date;

  constructor(until: Date) {
    super('MEETING_WISHES_CLOSED', {}, ['input']);
    this.until = until;
  }
}

@OutcomeType('TooManyMustWishesError', 'The participant has as many MUST wishes as the organizers allow.')
export class TooManyMustWishesError extends Outcome {
  @Field(() => Int, { description: 'How many each participant has.' })
  readonly limit: number;

  constructor(limit: number) {
    super('TOO_MANY_MUST_WISHES', { limit }, ['input.level']);
    this.limit = limit;
  }
}
