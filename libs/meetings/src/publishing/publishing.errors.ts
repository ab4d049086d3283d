import { Outcome, OutcomeType } from '@app/kernel';

@OutcomeType('NothingToPublishError', 'There is no provisional schedule.')
export class NothingToPublishError extends Outcome {
  constructor() {
    super('NOTHING_TO_PUBLISH', {}, ['input.eventId']);
  }
}
