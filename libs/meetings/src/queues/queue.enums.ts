import { registerEnumType } from '@nestjs/graphql';

/** Where a call number stands. */
export enum QueueNumberState {
  WAITING = 'WAITING',
  CALLED = 'CALLED',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
  GIVEN_BACK = 'GIVEN_BACK',
}

registerEnumType(QueueNumberState, {
  name: 'QueueNumberState',
  description: 'Where a call number stands.',
  valuesMap: {
    WAITING: { description: 'It waits to be called.' },
    CALLED: { description: 'It is called, and the talk may be on.' },
    DONE: { description: 'They have talked.' },
    SKIPPED: { description: 'Nobody came when it was called; it can be called again.' },
    GIVEN_BACK: { description: 'Who drew it does not want to talk any more.' },
  },
});

/** Numbers that wait or are called: of these a participant has one at a table at most. */
export const LIVE_NUMBERS: readonly QueueNumberState[] = [QueueNumberState.WAITING, QueueNumberState.CALLED];
