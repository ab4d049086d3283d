import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import { NeedState } from './procurement-need.enums.js';

@OutcomeType('NeedStateError', 'The state of the need does not allow the step.')
export class NeedStateError extends Outcome {
  @Field(() => NeedState, { description: 'Where the need stands now.' })
  readonly currentState: NeedState;

  constructor(currentState: NeedState) {
    super('NEED_STATE', {}, ['input.needId']);
    this.currentState = currentState;
  }
}

@OutcomeType(
  'NeedNotOpenError',
  'The need takes no responses: it is not published, or its reply deadline has passed.',
)
export class NeedNotOpenError extends Outcome {
  constructor() {
    super('NEED_NOT_OPEN', {}, ['input.needId']);
  }
}

@OutcomeType('NeedNotReadyError', 'The draft lacks what a published need must have.')
export class NeedNotReadyError extends Outcome {
  constructor(fields: string[]) {
    super('NEED_NOT_READY', {}, fields);
  }
}

@OutcomeType('NeedChangedMeanwhileError', 'Somebody else changed the need after the caller had read it.')
export class NeedChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the need has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('NEED_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}
