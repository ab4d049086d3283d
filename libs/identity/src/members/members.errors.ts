import { Outcome, OutcomeType } from '@app/kernel';

@OutcomeType('LastOwnerError', 'The only owner of an organization can neither leave nor take another role.')
export class LastOwnerError extends Outcome {
  constructor() {
    super('LAST_OWNER', {}, ['input.memberId']);
  }
}
