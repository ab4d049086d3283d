import { MeetingAftermath } from './meeting-aftermath.js';
import { MeetingAftermathReader } from './meeting-aftermath.reader.js';
import {
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
} from './meeting-outcome.loaders.js';
import { MeetingOutcomesRepository } from './meeting-outcomes.repository.js';
import {
  EventMeetingNumbersResolver,
  MeetingOutcomeFieldsResolver,
  MeetingOutcomesResolver,
} from './meeting-outcomes.resolver.js';

/** What others may ask of what came of meetings. */
export const outcomeUseCases = [MeetingAftermath];

/** Who came, what came of it, and the numbers of an event. */
export const outcomeProviders = [
  ...outcomeUseCases,
  MeetingAftermathReader,
  MeetingOutcomesRepository,
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
  MeetingOutcomesResolver,
  MeetingOutcomeFieldsResolver,
  EventMeetingNumbersResolver,
];
