import { Outcome, OutcomeType } from '@app/kernel';
import { MAX_PASSWORD, MIN_PASSWORD, type PasswordWeakness } from '../passwords/password.policy.js';

@OutcomeType(
  'WrongCredentialsError',
  'There is no such person, or the password is wrong: which of the two is not said.',
)
export class WrongCredentialsError extends Outcome {
  constructor() {
    super('WRONG_CREDENTIALS', {}, ['input.identifier', 'input.password']);
  }
}

@OutcomeType('WrongPasswordError', 'The present password is wrong.')
export class WrongPasswordError extends Outcome {
  constructor() {
    super('WRONG_PASSWORD', {}, ['input.currentPassword']);
  }
}

@OutcomeType(
  'WeakPasswordError',
  'The new password is too short, too long, common, or contains the person’s own number.',
)
export class WeakPasswordError extends Outcome {
  constructor(weakness: PasswordWeakness, field: string) {
    super(weakness, { min: MIN_PASSWORD, max: MAX_PASSWORD }, [field]);
  }
}

@OutcomeType('IdentifierTakenError', 'Another person already holds this number or address.')
export class IdentifierTakenError extends Outcome {
  constructor() {
    super('IDENTIFIER_TAKEN', {}, ['input.identifier']);
  }
}
