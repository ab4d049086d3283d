import { Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { QueueNumberState } from './queue.enums.js';

@OutcomeType('QueueTableTakenError', 'Another participant has a queue table with this label.')
export class QueueTableTakenError extends Outcome {
  constructor() {
    super('QUEUE_TABLE_TAKEN', {}, ['input.label']);
  }
}

@OutcomeType('QueueClosedError', 'The table gives no numbers now.')
export class QueueClosedError extends Outcome {
  constructor() {
    super('QUEUE_CLOSED', {}, ['input.queueTableId']);
  }
}

@OutcomeType('QueueOtherSideError', 'Only participants of the other side draw numbers at this table.')
export class QueueOtherSideError extends Outcome {
  constructor() {
    super('QUEUE_OTHER_SIDE', {}, ['input.queueTableId']);
  }
}

@OutcomeType(
  'QueueTicketError',
  'It is no ticket of the event, was passed on, or its holder has no confirmed place.',
)
export class QueueTicketError extends Outcome {
  constructor() {
    super('QUEUE_TICKET', {}, ['input.ticket']);
  }
}

@OutcomeType('QueueEmptyError', 'Nobody waits at this table.')
export class QueueEmptyError extends Outcome {
  constructor() {
    super('QUEUE_EMPTY', {}, ['input.queueTableId']);
  }
}

@OutcomeType('QueueBusyError', 'Another number is called at this table.')
export class QueueBusyError extends Outcome {
  constructor() {
    super('QUEUE_BUSY', {}, ['input.numberId']);
  }
}

@OutcomeType('QueueNumberStateError', 'The number is over, or not called.')
export class QueueNumberStateError extends Outcome {
  @Field(() => QueueNumberState, { description: 'Where it stands.' })
  readonly state: QueueNumberState;

  constructor(state: QueueNumberState) {
    super('QUEUE_NUMBER_STATE', {}, ['input.numberId']);
    this.state = state;
  }
}
