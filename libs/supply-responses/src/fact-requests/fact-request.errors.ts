import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import type { FactRequest } from './fact-request.entity.js';
import { FactRequestState } from './fact-request.enums.js';
import { FactRequestType } from './fact-request.type.js';

@OutcomeType(
  'FactRequestExistsError',
  'The company was asked about this need already; it is not asked twice.',
)
export class FactRequestExistsError extends Outcome {
  @Field(() => FactRequestType, { description: 'The request that is there.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    super('FACT_REQUEST_EXISTS', {}, ['input.capabilityId']);
    this.factRequest = factRequest;
  }
}

/** Why the contact of a request cannot be taken. */
type ContactProblem = 'FACT_CONTACT_NEEDED' | 'FACT_CONTACT_OF_CLAIMED' | 'FACT_CONTACT_OBJECTED';

@OutcomeType(
  'FactContactError',
  'The contact cannot be taken: an unclaimed profile needs one, a claimed one is asked through its members, or its holder has objected.',
)
export class FactContactError extends Outcome {
  constructor(code: ContactProblem) {
    super(code, {}, ['input.contact']);
  }
}

@OutcomeType('NothingToAskError', 'Everything that the need asks about is known already.')
export class NothingToAskError extends Outcome {
  constructor() {
    super('NOTHING_TO_ASK', {}, ['input.facts']);
  }
}

@OutcomeType('FactRequestStateError', 'The state of the request does not allow the step.')
export class FactRequestStateError extends Outcome {
  @Field(() => FactRequestState, { description: 'Where the request stands now.' })
  readonly currentState: FactRequestState;

  constructor(currentState: FactRequestState) {
    super('FACT_REQUEST_STATE', {}, ['input.factRequestId']);
    this.currentState = currentState;
  }
}

@OutcomeType(
  'FactLinkInvalidError',
  'The link is unknown, used, taken back or too old; which of them is not said.',
)
export class FactLinkInvalidError extends Outcome {
  constructor() {
    super('FACT_LINK_INVALID', {}, ['input.token']);
  }
}
