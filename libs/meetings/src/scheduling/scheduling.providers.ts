import { CloseDeadRunsJob } from './close-dead-runs.job.js';
import { EventFactsReader } from './event-facts.reader.js';
import { MeetingPlanReader } from './meeting-plan.reader.js';
import { OrderScheduling } from './order-scheduling.js';
import { RunSchedulingJob } from './run-scheduling.job.js';
import { ScheduleKeeper } from './schedule-keeper.js';
import { ScheduleMaker } from './schedule-maker.js';
import { SchedulingBook } from './scheduling-book.js';
import { SchedulingFeed } from './scheduling-feed.js';
import {
  SchedulingAdviceFieldsResolver,
  SchedulingLeftOutFieldsResolver,
  SchedulingRunFieldsResolver,
} from './scheduling-fields.resolver.js';
import { SchedulingNotices } from './scheduling-notices.js';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { LeftOutCausesLoader } from './scheduling.loaders.js';
import { SchedulingResolver } from './scheduling.resolver.js';
import { SchedulingService } from './scheduling.service.js';
import './scheduling.texts.js';

/** What others may ask of the scheduler. */
export const schedulingUseCases = [OrderScheduling, RunSchedulingJob, CloseDeadRunsJob, SchedulingNotices];

/** Automatic schedules over stored data. */
export const schedulingProviders = [
  ...schedulingUseCases,
  EventFactsReader,
  MeetingPlanReader,
  ScheduleMaker,
  ScheduleKeeper,
  SchedulingBook,
  SchedulingFeed,
  SchedulingRunsRepository,
  SchedulingService,
  LeftOutCausesLoader,
  SchedulingResolver,
  SchedulingRunFieldsResolver,
  SchedulingLeftOutFieldsResolver,
  SchedulingAdviceFieldsResolver,
];
