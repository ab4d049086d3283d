import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventMoveHandler } from './booking/event-move.handler.js';
import { MeetingBookingService } from './booking/meeting-booking.service.js';
import { MeetingSidesReader } from './booking/meeting-sides.reader.js';
import { Meeting, MeetingSeat } from './booking/meeting.entity.js';
import { MeetingLoader } from './booking/meeting.loaders.js';
import { MeetingsRepository } from './booking/meetings.repository.js';
import {
  MeetingFieldsResolver,
  MeetingPersonFieldsResolver,
  MeetingsResolver,
} from './booking/meetings.resolver.js';
import { MeetingsService } from './booking/meetings.service.js';
import { MeetingSlot, MeetingTable } from './grid/meeting-grid.entity.js';
import {
  MeetingSlotLoader,
  MeetingSlotsLoader,
  MeetingTableLoader,
  MeetingTablesLoader,
} from './grid/meeting-grid.loaders.js';
import {
  EventMeetingGridResolver,
  MeetingGridResolver,
  MeetingSlotFieldsResolver,
  MeetingTableFieldsResolver,
} from './grid/meeting-grid.resolver.js';
import { MeetingGridService } from './grid/meeting-grid.service.js';
import { MeetingGridsRepository } from './grid/meeting-grids.repository.js';
import { ChaseOutcomesJob } from './outcomes/chase-outcomes.job.js';
import { MeetingFeedback, MeetingOutcome, MeetingThreadEnd } from './outcomes/meeting-outcome.entity.js';
import {
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingOutcomesLoader,
  MeetingThreadEndsLoader,
  OutcomeFiguresLoader,
} from './outcomes/meeting-outcome.loaders.js';
import { MeetingOutcomesRepository } from './outcomes/meeting-outcomes.repository.js';
import {
  EventMeetingNumbersResolver,
  EventOutcomeFiguresResolver,
  MeetingOutcomeFieldsResolver,
  MeetingOutcomesResolver,
  OutcomeThreadResolver,
} from './outcomes/meeting-outcomes.resolver.js';
import { MeetingOutcomesService } from './outcomes/meeting-outcomes.service.js';
import { OutcomeThreadRepository } from './outcomes/outcome-thread.repository.js';
import { MeetingCalendarReader } from './participants/meeting-calendar.reader.js';
import { MeetingListsRepository } from './participants/meeting-lists.repository.js';
import { MeetingNoticeReader, MeetingNotices } from './participants/meeting-notices.js';
import { MeetingFilesResolver, StandInsResolver } from './participants/meeting-participation.resolver.js';
import { RemindOfMeetingsJob } from './participants/meeting-reminders.job.js';
import { MeetingScheduleFilesService } from './participants/meeting-schedule-files.service.js';
import { MeetingStandIn } from './participants/meeting-stand-in.entity.js';
import { MeetingStandInsRepository } from './participants/meeting-stand-ins.repository.js';
import { MeetingStandInsService } from './participants/meeting-stand-ins.service.js';
import { PublishingResolver } from './publishing/publishing.resolver.js';
import { PublishingService } from './publishing/publishing.service.js';
import { QueueNumberFieldsResolver, QueueTableFieldsResolver } from './queues/queue-fields.resolver.js';
import { QueueNotices } from './queues/queue-notices.js';
import { QueueNumbersService } from './queues/queue-numbers.service.js';
import { QueueNumber, QueueTable } from './queues/queue-table.entity.js';
import { QueueTablesRepository } from './queues/queue-tables.repository.js';
import { QueueAheadLoader, QueueStandingLoader, QueueTableLoader } from './queues/queue.loaders.js';
import { QueueReader } from './queues/queue.reader.js';
import { QueueNumbersResolver, QueuesResolver } from './queues/queues.resolver.js';
import { QueuesService } from './queues/queues.service.js';
import { ConceptGapsRepository } from './report/concept-gaps.repository.js';
import { ConceptGapsLoader } from './report/event-report.loaders.js';
import { ConceptGapFieldsResolver, EventReportResolver } from './report/event-report.resolver.js';
import { EventReportService } from './report/event-report.service.js';
import { MeetingRequest } from './requests/meeting-request.entity.js';
import { MeetingRequestsRepository } from './requests/meeting-requests.repository.js';
import {
  MeetingRequestFieldsResolver,
  MeetingRequestsResolver,
} from './requests/meeting-requests.resolver.js';
import { MeetingRequestsService } from './requests/meeting-requests.service.js';
import { EventFactsReader } from './scheduling/event-facts.reader.js';
import { SchedulingNotices } from './scheduling/scheduling-notices.js';
import { SchedulingLeftOut, SchedulingRun } from './scheduling/scheduling-run.entity.js';
import { SchedulingFeed, SchedulingRunWriter } from './scheduling/scheduling-run.writer.js';
import { SchedulingRunsRepository } from './scheduling/scheduling-runs.repository.js';
import { CloseDeadRunsJob, RunSchedulingJob } from './scheduling/scheduling.jobs.js';
import { LeftOutCausesLoader } from './scheduling/scheduling.loaders.js';
import {
  SchedulingAdviceFieldsResolver,
  SchedulingLeftOutFieldsResolver,
  SchedulingResolver,
  SchedulingRunFieldsResolver,
} from './scheduling/scheduling.resolver.js';
import { SchedulingService } from './scheduling/scheduling.service.js';
import {
  EventMeetingTermsResolver,
  MeetingPartnerFieldsResolver,
  MeetingSuggestionFieldsResolver,
  MeetingWishFieldsResolver,
  RegistrationAvailabilityResolver,
} from './wishes/meeting-wish-fields.resolver.js';
import { MeetingAbsence, MeetingTerms, MeetingWish } from './wishes/meeting-wish.entity.js';
import {
  MeetingAbsencesLoader,
  MeetingTermsLoader,
  MeetingWishesLoader,
} from './wishes/meeting-wish.loaders.js';
import { MeetingWishesReader } from './wishes/meeting-wishes.reader.js';
import { MeetingWishesRepository } from './wishes/meeting-wishes.repository.js';
import { MeetingTermsResolver, MeetingWishesResolver } from './wishes/meeting-wishes.resolver.js';
import { MeetingWishesService } from './wishes/meeting-wishes.service.js';

const services = [
  MeetingGridService,
  MeetingBookingService,
  MeetingsService,
  MeetingRequestsService,
  EventMoveHandler,
  MeetingWishesService,
  SchedulingService,
  PublishingService,
  MeetingScheduleFilesService,
  MeetingStandInsService,
  MeetingOutcomesService,
  QueuesService,
  QueueNumbersService,
  EventReportService,
];
const jobs = [RunSchedulingJob, CloseDeadRunsJob, RemindOfMeetingsJob, ChaseOutcomesJob];
const notices = [SchedulingNotices, MeetingNotices, QueueNotices];
const readers = [
  MeetingSidesReader,
  MeetingWishesReader,
  EventFactsReader,
  SchedulingRunWriter,
  SchedulingFeed,
  MeetingNoticeReader,
  MeetingCalendarReader,
  QueueReader,
];
const repositories = [
  MeetingGridsRepository,
  MeetingsRepository,
  MeetingRequestsRepository,
  MeetingWishesRepository,
  SchedulingRunsRepository,
  MeetingListsRepository,
  MeetingStandInsRepository,
  MeetingOutcomesRepository,
  OutcomeThreadRepository,
  QueueTablesRepository,
  ConceptGapsRepository,
];
const loaders = [
  MeetingSlotLoader,
  MeetingSlotsLoader,
  MeetingTableLoader,
  MeetingTablesLoader,
  MeetingLoader,
  MeetingTermsLoader,
  MeetingWishesLoader,
  MeetingAbsencesLoader,
  LeftOutCausesLoader,
  MeetingOutcomesLoader,
  MeetingFeedbackLoader,
  MeetingNumbersLoader,
  MeetingThreadEndsLoader,
  OutcomeFiguresLoader,
  QueueTableLoader,
  QueueStandingLoader,
  QueueAheadLoader,
  ConceptGapsLoader,
];
const resolvers = [
  MeetingGridResolver,
  MeetingSlotFieldsResolver,
  MeetingTableFieldsResolver,
  EventMeetingGridResolver,
  MeetingsResolver,
  MeetingFieldsResolver,
  MeetingPersonFieldsResolver,
  MeetingRequestsResolver,
  MeetingRequestFieldsResolver,
  MeetingTermsResolver,
  MeetingWishesResolver,
  MeetingWishFieldsResolver,
  MeetingPartnerFieldsResolver,
  MeetingSuggestionFieldsResolver,
  RegistrationAvailabilityResolver,
  EventMeetingTermsResolver,
  SchedulingResolver,
  SchedulingRunFieldsResolver,
  SchedulingLeftOutFieldsResolver,
  SchedulingAdviceFieldsResolver,
  PublishingResolver,
  MeetingFilesResolver,
  StandInsResolver,
  MeetingOutcomesResolver,
  MeetingOutcomeFieldsResolver,
  EventMeetingNumbersResolver,
  OutcomeThreadResolver,
  EventOutcomeFiguresResolver,
  QueuesResolver,
  QueueNumbersResolver,
  QueueTableFieldsResolver,
  QueueNumberFieldsResolver,
  EventReportResolver,
  ConceptGapFieldsResolver,
];

/** 1:1 meetings at events. */
@Module({
  imports: [
    MatchmakingEventsModule,
    MatchingModule,
    ProcurementModule,
    TypeOrmModule.forFeature([
      MeetingSlot,
      MeetingTable,
      MeetingRequest,
      Meeting,
      MeetingSeat,
      MeetingTerms,
      MeetingWish,
      MeetingAbsence,
      SchedulingRun,
      SchedulingLeftOut,
      QueueTable,
      QueueNumber,
      MeetingStandIn,
      MeetingOutcome,
      MeetingThreadEnd,
      MeetingFeedback,
    ]),
  ],
  providers: [...repositories, ...loaders, ...readers, ...services, ...jobs, ...notices, ...resolvers],
  exports: [...services, ...jobs, ...notices],
})
export class MeetingsModule {}
