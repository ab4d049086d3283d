import { Outcome, OutcomeType } from '@app/kernel';

@OutcomeType(
  'ConsentTextChangedError',
  'The wording that was agreed to is not the present one: show the present one.',
)
export class ConsentTextChangedError extends Outcome {
  constructor() {
    super('CONSENT_TEXT_CHANGED', {}, ['input.textVersion']);
  }
}

@OutcomeType('ConsentMissingError', 'The person has not agreed to this, or has withdrawn it.')
export class ConsentMissingError extends Outcome {
  constructor() {
    super('CONSENT_MISSING', {}, ['input.personId']);
  }
}
