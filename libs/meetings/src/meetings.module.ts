import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerMeetingRequest } from './booking/answer-meeting-request.js';
import { ChangeMeeting } from './booking/change-meeting.js';
import { MeetingBooking } from './booking/meeting-booking.js';
import {
  EventMeetingGridResolver,
  MeetingFieldsResolver,
  MeetingPersonFieldsResolver,
  MeetingSlotFieldsResolver,
  MeetingTableFieldsResolver,
} from './booking/meeting-fields.resolver.js';
import { MeetingSlot, MeetingTable } from './booking/meeting-grid.entity.js';
import { MeetingGridsRepository } from './booking/meeting-grids.repository.js';
import { MeetingParticipants } from './booking/meeting-participants.js';
import { MeetingRequestBook } from './booking/meeting-request-book.js';
import { MeetingRequest } from './booking/meeting-request.entity.js';
import { MeetingRequestFieldsResolver } from './booking/meeting-request-fields.resolver.js';
import { MeetingRequestsRepository } from './booking/meeting-requests.repository.js';
import { MeetingRequestsResolver } from './booking/meeting-requests.resolver.js';
import { MeetingSidesReader } from './booking/meeting-sides.js';
import { Meeting, MeetingSeat } from './booking/meeting.entity.js';
import {
  MeetingLoader,
  MeetingSlotLoader,
  MeetingSlotsLoader,
  MeetingTableLoader,
  MeetingTablesLoader,
} from './booking/meeting.loaders.js';
import './booking/meeting.texts.js';
import { MeetingTimes } from './booking/meeting-times.js';
import { MeetingsRepository } from './booking/meetings.repository.js';
import { MeetingsResolver } from './booking/meetings.resolver.js';
import { MeetingsService } from './booking/meetings.service.js';
import { MovedEventMeetings } from './booking/moved-event-meetings.js';
import { ProposeMeetingTime } from './booking/propose-meeting-time.js';
import { RequestMeeting } from './booking/request-meeting.js';
import { SetMeetingGrid } from './booking/set-meeting-grid.js';
import { MeetingFeedback, MeetingOutcome, MeetingThreadEnd } from './outcomes/meeting-outcome.entity.js';
import { outcomeProviders, outcomeUseCases } from './outcomes/meeting-outcomes.providers.js';
import {
  participationProviders,
  participationUseCases,
} from './participants/meeting-participation.providers.js';
import { publishingProviders, publishingUseCases } from './publishing/publishing.providers.js';
import { queueProviders, queueUseCases } from './queues/queues.providers.js';
import { QueueNumber, QueueTable } from './queues/queue-table.entity.js';
import { reportProviders, reportUseCases } from './report/event-report.providers.js';
import { SchedulingLeftOut, SchedulingRun } from './scheduling/scheduling-run.entity.js';
import { schedulingProviders, schedulingUseCases } from './scheduling/scheduling.providers.js';
import { MeetingStandIn } from './stand-ins/meeting-stand-in.entity.js';
import { standInProviders, standInUseCases } from './stand-ins/stand-ins.providers.js';
import { MeetingTerms } from './wishes/meeting-terms.entity.js';
import { MeetingAbsence, MeetingWish } from './wishes/meeting-wish.entity.js';
import { wishProviders, wishUseCases } from './wishes/meeting-wishes.providers.js';

const storage = [
  MeetingsRepository,
  MeetingGridsRepository,
  MeetingRequestsRepository,
  MeetingRequestBook,
  MeetingSidesReader,
  MeetingParticipants,
];
const loaders = [
  MeetingLoader,
  MeetingSlotLoader,
  MeetingSlotsLoader,
  MeetingTableLoader,
  MeetingTablesLoader,
];
const useCases = [
  MeetingBooking,
  MeetingsService,
  MeetingTimes,
  SetMeetingGrid,
  RequestMeeting,
  ProposeMeetingTime,
  AnswerMeetingRequest,
  ChangeMeeting,
  MovedEventMeetings,
];
const resolvers = [
  MeetingsResolver,
  MeetingRequestsResolver,
  MeetingFieldsResolver,
  MeetingPersonFieldsResolver,
  MeetingRequestFieldsResolver,
  MeetingSlotFieldsResolver,
  MeetingTableFieldsResolver,
  EventMeetingGridResolver,
];

const bookingEntities = [MeetingSlot, MeetingTable, MeetingRequest, Meeting, MeetingSeat];
const aftermathEntities = [MeetingStandIn, MeetingOutcome, MeetingThreadEnd, MeetingFeedback];
const queueEntities = [QueueTable, QueueNumber];
const plannedEntities = [MeetingTerms, MeetingWish, MeetingAbsence, SchedulingRun, SchedulingLeftOut];

/** 1:1 meetings at events. */
@Module({
  imports: [
    MatchmakingEventsModule,
    MatchingModule,
    ProcurementModule,
    TypeOrmModule.forFeature([
      ...bookingEntities,
      ...plannedEntities,
      ...queueEntities,
      ...aftermathEntities,
    ]),
  ],
  providers: [
    ...storage,
    ...loaders,
    ...useCases,
    ...resolvers,
    ...wishProviders,
    ...schedulingProviders,
    ...publishingProviders,
    ...participationProviders,
    ...outcomeProviders,
    ...standInProviders,
    ...queueProviders,
    ...reportProviders,
  ],
  exports: [
    ...useCases,
    ...wishUseCases,
    ...schedulingUseCases,
    ...publishingUseCases,
    ...participationUseCases,
    ...outcomeUseCases,
    ...standInUseCases,
    ...queueUseCases,
    ...reportUseCases,
  ],
})
export class MeetingsModule {}
