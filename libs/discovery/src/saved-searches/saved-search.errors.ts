import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';

@OutcomeType('SavedSearchLimitError', 'The person keeps as many saved searches as one may.')
export class SavedSearchLimitError extends Outcome {
  @Field(() => Int, { description: 'How many one may keep.' })
  readonly limit: number;

  constructor(limit: number) {
    super('SAVED_SEARCH_LIMIT', { limit });
    this.limit = limit;
  }
}
