import { ChaseOutcomesJob } from './chase-outcomes.job.js';
import { MeetingAftermath } from './meeting-aftermath.js';
import { MeetingAftermathReader } from './meeting-aftermath.reader.js';
import {
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
  MeetingThreadEndsLoader,
  OutcomeFiguresLoader,
} from './meeting-outcome.loaders.js';
import { MeetingOutcomesRepository } from './meeting-outcomes.repository.js';
import {
  EventMeetingNumbersResolver,
  MeetingOutcomeFieldsResolver,
  MeetingOutcomesResolver,
} from './meeting-outcomes.resolver.js';
import { OutcomeThreadRepository } from './outcome-thread.repository.js';
import { EventOutcomeFiguresResolver, OutcomeThreadResolver } from './outcome-thread.resolver.js';

/** What others may ask of what came of meetings. */
export const outcomeUseCases = [MeetingAftermath, ChaseOutcomesJob];

/** Who came, what came of it, and the numbers of an event. */
export const outcomeProviders = [
  ...outcomeUseCases,
  MeetingAftermathReader,
  MeetingOutcomesRepository,
  OutcomeThreadRepository,
  MeetingThreadEndsLoader,
  OutcomeFiguresLoader,
  OutcomeThreadResolver,
  EventOutcomeFiguresResolver,
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
  MeetingOutcomesResolver,
  MeetingOutcomeFieldsResolver,
  EventMeetingNumbersResolver,
];
