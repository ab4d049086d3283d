import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { QueueNumberState } from './queue-table.entity.js';

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

defineTexts({
  QUEUE_TABLE_TAKEN: {
    zh: '该桌号已由其他参会企业使用。',
    en: 'Another participant has a queue table with this label.',
  },
  QUEUE_TABLE_HOST: {
    zh: '只有已确认的采购方或供应方可设叫号桌。',
    en: 'Only a confirmed buyer or supplier has a queue table.',
  },
  QUEUE_CLOSED: { zh: '该桌现在不发号。', en: 'The table gives no numbers now.' },
  QUEUE_OTHER_SIDE: {
    zh: '只有另一方的参会企业可在该桌取号。',
    en: 'Only participants of the other side draw numbers at this table.',
  },
  QUEUE_TICKET: {
    zh: '不是本活动的有效入场券，或其持有人尚未确认参加。',
    en: 'This is no valid ticket of the event, or its holder has no confirmed place.',
  },
  QUEUE_FOR_WHOM: { zh: '请选择参会企业或出示入场券。', en: 'Say for whom, by registration or by ticket.' },
  QUEUE_EMPTY: { zh: '该桌现在无人等候。', en: 'Nobody waits at this table.' },
  QUEUE_BUSY: {
    zh: '该桌已叫了另一个号码，请先完成或过号。',
    en: 'Another number is called at this table; please end it first.',
  },
  QUEUE_NUMBER_STATE: {
    zh: '该号码已结束或未被叫到。',
    en: 'The number is over, or not called.',
  },
});
