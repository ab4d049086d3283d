import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import type { SupplyResponse } from './supply-response.entity.js';
import { SupplyResponseState } from './supply-response.enums.js';
import { SupplyResponseType } from './supply-response.type.js';

@OutcomeType('SupplyResponseExistsError', 'The organization has answered the need already.')
export class SupplyResponseExistsError extends Outcome {
  @Field(() => SupplyResponseType, { description: 'The response that is there.' })
  readonly supplyResponse: SupplyResponse;

  constructor(supplyResponse: SupplyResponse) {
    super('SUPPLY_RESPONSE_EXISTS', {}, ['input.needId']);
    this.supplyResponse = supplyResponse;
  }
}

@OutcomeType(
  'BuyerNotNamedError',
  'The buyer stands under an alias: a consent has to name its recipient, so the buyer has to agree first.',
)
export class BuyerNotNamedError extends Outcome {
  constructor() {
    super('BUYER_NOT_NAMED', {}, ['input.supplyResponseId']);
  }
}

@OutcomeType('SupplyResponseStateError', 'The state of the response does not allow the step.')
export class SupplyResponseStateError extends Outcome {
  @Field(() => SupplyResponseState, { description: 'Where the response stands now.' })
  readonly currentState: SupplyResponseState;

  constructor(currentState: SupplyResponseState) {
    super('SUPPLY_RESPONSE_STATE', {}, ['input.supplyResponseId']);
    this.currentState = currentState;
  }
}
