import { registerEnumType } from '@nestjs/graphql';

/** What a run is to do. */
export enum SchedulingMode {
  PLAN = 'PLAN',
  REFILL = 'REFILL',
}

registerEnumType(SchedulingMode, {
  name: 'SchedulingMode',
  description: 'What a run is to do.',
  valuesMap: {
    PLAN: { description: 'A whole schedule; near the published one where there is one.' },
    REFILL: { description: 'What is published stays; only free slots are filled.' },
  },
});

/** Where a run stands. */
export enum SchedulingState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

registerEnumType(SchedulingState, {
  name: 'SchedulingState',
  description: 'Where a run of the scheduler stands.',
  valuesMap: {
    QUEUED: { description: 'It waits for the worker.' },
    RUNNING: { description: 'The solver is at work.' },
    DONE: { description: 'Its provisional schedule is there.' },
    CANCELLED: { description: 'It was called off; the schedule is what it was.' },
    FAILED: { description: 'It came to nothing, and says why.' },
  },
});

/** What a run is at. */
export enum SchedulingPhase {
  PREPARING = 'PREPARING',
  MEETINGS = 'MEETINGS',
  VALUE = 'VALUE',
  FAIRNESS = 'FAIRNESS',
  IDLE_PERIODS = 'IDLE_PERIODS',
  ADVICE = 'ADVICE',
  DONE = 'DONE',
}

registerEnumType(SchedulingPhase, {
  name: 'SchedulingPhase',
  description: 'What a run of the scheduler is at.',
  valuesMap: {
    PREPARING: { description: 'It reads wishes and compares who wishes to meet.' },
    MEETINGS: { description: 'As many MUST wishes and meetings as can be.' },
    VALUE: { description: 'The wishes and matches that count most.' },
    FAIRNESS: { description: 'More for the participants with the fewest meetings.' },
    IDLE_PERIODS: { description: 'Fewer gaps between the meetings of each.' },
    ADVICE: { description: 'What would help most.' },
    DONE: { description: 'It is at the end.' },
  },
});

/** Why a wished meeting is not in a schedule. */
export enum LeftOutCause {
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  NO_SHARED_SLOT = 'NO_SHARED_SLOT',
  LIMIT_REACHED = 'LIMIT_REACHED',
  TABLES_FULL = 'TABLES_FULL',
  LOWER_PRIORITY = 'LOWER_PRIORITY',
  SEARCH_ENDED = 'SEARCH_ENDED',
}

registerEnumType(LeftOutCause, {
  name: 'LeftOutCause',
  description: 'Why a wished meeting is not in a schedule. For organizers only.',
  valuesMap: {
    DECLINED: { description: 'One side does not want to meet.' },
    WITHDRAWN: { description: 'One side has no place at the event any more.' },
    NO_SHARED_SLOT: { description: 'There is no slot left in which both can meet.' },
    LIMIT_REACHED: { description: 'One side has as many meetings as the organizers allow.' },
    TABLES_FULL: { description: 'Whenever both are free, all tables are taken.' },
    LOWER_PRIORITY: { description: 'Whenever both could meet, one of them meets somebody else.' },
    SEARCH_ENDED: { description: 'There would be room; the search was ended before.' },
  },
});

/** What organizers could change. */
export enum AdviceKind {
  ONE_MORE_TABLE = 'ONE_MORE_TABLE',
  ONE_MORE_SLOT = 'ONE_MORE_SLOT',
  HIGHER_LIMIT_OF_BUYERS = 'HIGHER_LIMIT_OF_BUYERS',
  HIGHER_LIMIT_OF_SUPPLIERS = 'HIGHER_LIMIT_OF_SUPPLIERS',
  ALL_SLOTS_FOR_PARTICIPANT = 'ALL_SLOTS_FOR_PARTICIPANT',
}

registerEnumType(AdviceKind, {
  name: 'AdviceKind',
  description: 'What organizers could change.',
  valuesMap: {
    ONE_MORE_TABLE: { description: 'One more table, from the slot named on.' },
    ONE_MORE_SLOT: { description: 'One more slot after the last one, with everybody there.' },
    HIGHER_LIMIT_OF_BUYERS: { description: 'One more meeting for each buyer.' },
    HIGHER_LIMIT_OF_SUPPLIERS: { description: 'One more meeting for each supplier.' },
    ALL_SLOTS_FOR_PARTICIPANT: { description: 'The participant named is there in all slots.' },
  },
});

/** How a running run is to be stopped. */
export enum SchedulingStop {
  DISCARD = 'DISCARD',
  KEEP = 'KEEP',
}

/** Runs that are not over. */
export const ACTIVE_RUN: readonly SchedulingState[] = [SchedulingState.QUEUED, SchedulingState.RUNNING];
