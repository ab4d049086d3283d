import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { CollectedNeedState } from './need-collection.enums.js';

@OutcomeType('CollectionClosedError', 'The deadline of the collection has passed.')
export class CollectionClosedError extends Outcome {
  constructor() {
    super('COLLECTION_CLOSED', {}, ['input.collectionId']);
  }
}

@OutcomeType('CollectedNeedStateError', 'The collected need stands where this is not possible.')
export class CollectedNeedStateError extends Outcome {
  @Field(() => CollectedNeedState, { description: 'Where it stands.' })
  readonly state: CollectedNeedState;

  constructor(state: CollectedNeedState) {
    super('COLLECTED_NEED_STATE', {}, ['input.collectedNeedId']);
    this.state = state;
  }
}
