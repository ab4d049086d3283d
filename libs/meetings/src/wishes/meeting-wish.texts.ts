import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
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

defineTexts({
  MEETING_WISHES_CLOSED: {
    zh: '洽谈意向填报已截止。',
    en: 'The time in which wishes can be changed is over.',
  },
  TOO_MANY_MUST_WISHES: {
    zh: '“必谈”意向最多 {limit} 个。',
    en: 'Each participant has {limit} MUST wishes.',
  },
  MEETING_LIMITS_CROSS: {
    zh: '每家最少洽谈数不能大于最多洽谈数。',
    en: 'The fewest meetings of each cannot be more than the most.',
  },
});
