import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { SchedulingState } from './scheduling.enums.js';

@OutcomeType('SchedulingActiveError', 'The scheduler is at work for this event.')
export class SchedulingActiveError extends Outcome {
  constructor() {
    super('SCHEDULING_ACTIVE', {}, ['input.eventId']);
  }
}

@OutcomeType('NothingToScheduleError', 'There are no slots ahead, or no tables.')
export class NothingToScheduleError extends Outcome {
  constructor() {
    super('NOTHING_TO_SCHEDULE', {}, ['input.eventId']);
  }
}

@OutcomeType('SchedulingStateError', 'The run is over.')
export class SchedulingStateError extends Outcome {
  @Field(() => SchedulingState, { description: 'Where it stands.' })
  readonly state: SchedulingState;

  constructor(state: SchedulingState) {
    super('SCHEDULING_STATE', {}, ['input.runId']);
    this.state = state;
  }
}
