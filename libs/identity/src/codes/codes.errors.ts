import { Outcome, OutcomeType } from '@app/kernel';

@OutcomeType('WrongCodeError', 'The one-time code is wrong, too old, used, or was tried too often.')
export class WrongCodeError extends Outcome {
  constructor() {
    super('WRONG_CODE', {}, ['input.code']);
  }
}
