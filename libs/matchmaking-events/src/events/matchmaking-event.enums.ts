import { registerEnumType } from '@nestjs/graphql';

/** What kind of event it is. */
export enum EventKind {
  DOCKING_SESSION = 'DOCKING_SESSION',
  TRADE_FAIR = 'TRADE_FAIR',
  FORUM = 'FORUM',
  TRAINING = 'TRAINING',
}

registerEnumType(EventKind, {
  name: 'EventKind',
  description: 'What kind of event it is.',
  valuesMap: {
    DOCKING_SESSION: { description: '供需对接会: buyers and suppliers meet one to one.' },
    TRADE_FAIR: { description: '展会: companies show at booths.' },
    FORUM: { description: '论坛: talks and discussion.' },
    TRAINING: { description: '培训: companies learn.' },
  },
});

/** Where an event stands. */
export enum EventState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  REGISTRATION_OPEN = 'REGISTRATION_OPEN',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
  CANCELLED = 'CANCELLED',
}

/** What is stored: what follows from the times of the event and of its registration is never written down. */
export type StoredEventState = EventState.DRAFT | EventState.PUBLISHED | EventState.CANCELLED;

registerEnumType(EventState, {
  name: 'EventState',
  description: 'Where an event stands.',
  valuesMap: {
    DRAFT: { description: 'Seen by the organizer’s members only.' },
    PUBLISHED: { description: 'Announced; one cannot register yet, or no longer.' },
    REGISTRATION_OPEN: { description: 'Announced, and organizations can register.' },
    RUNNING: { description: 'Takes place now.' },
    FINISHED: { description: 'Was announced, and is over by its date.' },
    CANCELLED: { description: 'Called off, with a reason.' },
  },
});

/** Whether an event stands where nothing is changed any more. */
export function isClosed(state: EventState): boolean {
  return state === EventState.FINISHED || state === EventState.CANCELLED;
}

/** Which of two equal clock times is meant, in the night when clocks are set back. */
export enum LocalTimeOccurrence {
  EARLIER = 'EARLIER',
  LATER = 'LATER',
}

registerEnumType(LocalTimeOccurrence, {
  name: 'LocalTimeOccurrence',
  description: 'Which of two equal clock times is meant, in the night when clocks are set back.',
  valuesMap: {
    EARLIER: { description: 'The first time that the clock shows it.' },
    LATER: { description: 'The second time.' },
  },
});
