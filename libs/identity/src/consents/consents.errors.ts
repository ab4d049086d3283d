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

@OutcomeType(
  'ConsentNotReturnedError',
  'Nobody of the acting organization has agreed that the person’s organization gets their contacts: both sides have to.',
)
export class ConsentNotReturnedError extends Outcome {
  constructor() {
    super('CONSENT_NOT_RETURNED', {}, ['input.personId']);
  }
}

@OutcomeType('ConsentMissingError', 'The person has not agreed to this, or has withdrawn it.')
export class ConsentMissingError extends Outcome {
  constructor() {
    super('CONSENT_MISSING', {}, ['input.personId']);
  }
}
