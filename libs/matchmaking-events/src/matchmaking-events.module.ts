import { MatchingModule } from '@app/matching';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeed } from './calendar/calendar-feed.entity.js';
import { CalendarFeedsHolder, CalendarFeedsRepository } from './calendar/calendar-feeds.repository.js';
import {
  CalendarFeedsResolver,
  EventCalendarResolver,
  OrganizationCalendarResolver,
} from './calendar/calendar-feeds.resolver.js';
import { CalendarFeedsService } from './calendar/calendar-feeds.service.js';
import { EventCalendarsController } from './calendar/event-calendars.controller.js';
import { EventCalendarsService, PersonalCalendarRegistry } from './calendar/event-calendars.service.js';
import { CheckIn } from './check-in/check-in.entity.js';
import {
  CheckInResolver,
  CheckInResultFieldsResolver,
  EventNumbersResolver,
  TicketFieldsResolver,
  TicketsResolver,
} from './check-in/check-in.resolver.js';
import { AttendanceLoader, CheckInService } from './check-in/check-in.service.js';
import { CheckInsHolder, CheckInsRepository } from './check-in/check-ins.repository.js';
import {
  EventNumbersFeed,
  EventNumbersLoader,
  EventNumbersService,
} from './check-in/event-numbers.service.js';
import { CollectedNeedsService } from './collections/collected-needs.service.js';
import { CollectionInvitationsService } from './collections/collection-invitations.service.js';
import {
  CollectedNeedFieldsResolver,
  CollectionDistrictFieldsResolver,
  NeedCollectionFieldsResolver,
} from './collections/need-collection-fields.resolver.js';
import {
  CollectedNeed,
  CollectedNeedInvitation,
  CollectionDistrict,
  NeedCollection,
} from './collections/need-collection.entity.js';
import './collections/need-collection.texts.js';
import {
  CollectedNeedsHolder,
  NeedCollectionsRepository,
} from './collections/need-collections.repository.js';
import { NeedCollectionsResolver } from './collections/need-collections.resolver.js';
import {
  CollectionDistrictsLoader,
  EventCollectionsLoader,
  HandedInLoader,
  NeedCollectionsService,
} from './collections/need-collections.service.js';
import { EventFollowerRegistry } from './events/event-followers.js';
import { EventTermsReader } from './events/event-terms.reader.js';
import { MatchmakingEvent } from './events/matchmaking-event.entity.js';
import { EventDocumentsRepository, MatchmakingEventsIndexer } from './events/matchmaking-events.indexer.js';
import { MatchmakingEventsLoader, MatchmakingEventsReader } from './events/matchmaking-events.reader.js';
import { MatchmakingEventsRepository } from './events/matchmaking-events.repository.js';
import {
  MatchmakingEventFieldsResolver,
  MatchmakingEventNodes,
  MatchmakingEventsResolver,
  OrganizationEventsResolver,
} from './events/matchmaking-events.resolver.js';
import { MatchmakingEventsService } from './events/matchmaking-events.service.js';
import { OwnEventsService } from './events/own-events.service.js';
import { EventFilesResolver } from './files/event-files.resolver.js';
import { EventFilesService } from './files/event-files.service.js';
import { EventListsRepository } from './files/event-lists.repository.js';
import { CoOrganizersResolver } from './planning/co-organizers.resolver.js';
import { CoOrganizersService } from './planning/co-organizers.service.js';
import { EventSession, EventSpeaker } from './planning/event-agenda.entity.js';
import { EventAgendaResolver, EventSessionFieldsResolver } from './planning/event-agenda.resolver.js';
import { EventAgendasRepository } from './planning/event-agendas.repository.js';
import {
  EventAgendasService,
  EventSessionsLoader,
  EventSpeakersLoader,
} from './planning/event-agendas.service.js';
import { EventEditionsLoader, EventSeriesResolver } from './planning/event-series.resolver.js';
import { EventSeriesService } from './planning/event-series.service.js';
import { RecurringFairsReader } from './planning/recurring-fairs.reader.js';
import { RecurringFairsResolver } from './planning/recurring-fairs.resolver.js';
import { EventAdmission, EventQuestion, EventTicketKey } from './registration/event-admission.entity.js';
import {
  EventAdmissionFieldsResolver,
  EventAdmissionResolver,
} from './registration/event-admission.resolver.js';
import { EventAdmissionService } from './registration/event-admission.service.js';
import {
  EventAdmissionsRepository,
  TicketKeysRepository,
} from './registration/event-admissions.repository.js';
import { EventNotices, RegistrationNotices } from './registration/event-notices.js';
import { EventRecipientsReader } from './registration/event-recipients.reader.js';
import {
  EventRegistrationFieldsResolver,
  EventRegistrationNodes,
  EventRepresentativeFieldsResolver,
} from './registration/event-registration-fields.resolver.js';
import { EventRegistration, EventRepresentative } from './registration/event-registration.entity.js';
import {
  EventRegistrationsReader,
  EventRepresentativesReader,
} from './registration/event-registrations.reader.js';
import { EventRegistrationsRepository } from './registration/event-registrations.repository.js';
import { EventRegistrationsResolver } from './registration/event-registrations.resolver.js';
import { EventRegistrationsService } from './registration/event-registrations.service.js';
import { EventRepresentativesRepository } from './registration/event-representatives.repository.js';
import { EventWaitlistService } from './registration/event-waitlist.service.js';
import { ExpirePlaceOfferJob } from './registration/expire-place-offer.job.js';
import { RegistrationChangesService } from './registration/registration-changes.service.js';
import { RegistrationTermsReader } from './registration/registration-terms.reader.js';
import {
  EventAdmissionsLoader,
  EventQuestionsLoader,
  EventRegistrationsLoader,
  EventRepresentativeLoader,
  EventRepresentativesLoader,
  PlacesInLineLoader,
  TakenPlacesLoader,
  TicketKeysLoader,
} from './registration/registration.loaders.js';
import './registration/registration.texts.js';
import { RegistrationsHolder } from './registration/registrations.holder.js';
import { StageNeed } from './stage/stage-need.entity.js';
import { StageNeedsHolder, StageNeedsRepository } from './stage/stage-needs.repository.js';
import { EventStageResolver, StageNeedFieldsResolver } from './stage/stage-needs.resolver.js';
import { StageAnswersLoader, StageNeedsLoader, StageNeedsService } from './stage/stage-needs.service.js';

const entities = [
  CalendarFeed,
  CheckIn,
  NeedCollection,
  CollectionDistrict,
  CollectedNeed,
  CollectedNeedInvitation,
  MatchmakingEvent,
  EventSession,
  EventSpeaker,
  EventAdmission,
  EventQuestion,
  EventTicketKey,
  EventRegistration,
  EventRepresentative,
  StageNeed,
];

const events = [
  EventFollowerRegistry,
  EventTermsReader,
  EventDocumentsRepository,
  MatchmakingEventsIndexer,
  MatchmakingEventsLoader,
  MatchmakingEventsReader,
  MatchmakingEventsRepository,
  MatchmakingEventsResolver,
  MatchmakingEventFieldsResolver,
  OrganizationEventsResolver,
  MatchmakingEventNodes,
  MatchmakingEventsService,
  OwnEventsService,
];
const planning = [
  CoOrganizersResolver,
  CoOrganizersService,
  EventAgendaResolver,
  EventSessionFieldsResolver,
  EventAgendasRepository,
  EventSessionsLoader,
  EventSpeakersLoader,
  EventAgendasService,
  EventEditionsLoader,
  EventSeriesResolver,
  EventSeriesService,
  RecurringFairsReader,
  RecurringFairsResolver,
];
const registration = [
  EventAdmissionResolver,
  EventAdmissionFieldsResolver,
  EventAdmissionService,
  EventAdmissionsRepository,
  TicketKeysRepository,
  EventNotices,
  RegistrationNotices,
  EventRecipientsReader,
  EventRegistrationFieldsResolver,
  EventRepresentativeFieldsResolver,
  EventRegistrationNodes,
  EventRegistrationsReader,
  EventRepresentativesReader,
  EventRegistrationsRepository,
  EventRegistrationsResolver,
  EventRegistrationsService,
  EventRepresentativesRepository,
  EventWaitlistService,
  ExpirePlaceOfferJob,
  RegistrationChangesService,
  RegistrationTermsReader,
  EventRegistrationsLoader,
  EventRepresentativesLoader,
  EventRepresentativeLoader,
  PlacesInLineLoader,
  EventAdmissionsLoader,
  EventQuestionsLoader,
  TakenPlacesLoader,
  TicketKeysLoader,
  RegistrationsHolder,
];
const checkIn = [
  CheckInResolver,
  EventNumbersResolver,
  TicketsResolver,
  TicketFieldsResolver,
  CheckInResultFieldsResolver,
  AttendanceLoader,
  CheckInService,
  CheckInsRepository,
  CheckInsHolder,
  EventNumbersFeed,
  EventNumbersService,
  EventNumbersLoader,
];
const files = [EventFilesResolver, EventFilesService, EventListsRepository];
const calendar = [
  CalendarFeedsRepository,
  CalendarFeedsHolder,
  CalendarFeedsResolver,
  EventCalendarResolver,
  OrganizationCalendarResolver,
  CalendarFeedsService,
  PersonalCalendarRegistry,
  EventCalendarsService,
];
const stage = [
  StageNeedsRepository,
  StageNeedsHolder,
  EventStageResolver,
  StageNeedFieldsResolver,
  StageNeedsLoader,
  StageAnswersLoader,
  StageNeedsService,
];
const collections = [
  CollectedNeedsService,
  CollectionInvitationsService,
  NeedCollectionFieldsResolver,
  CollectionDistrictFieldsResolver,
  CollectedNeedFieldsResolver,
  NeedCollectionsRepository,
  CollectedNeedsHolder,
  NeedCollectionsResolver,
  EventCollectionsLoader,
  CollectionDistrictsLoader,
  HandedInLoader,
  NeedCollectionsService,
];

/** Occasions that bring buyers and suppliers together. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), MatchingModule, ProcurementModule],
  controllers: [EventCalendarsController],
  providers: [
    ...events,
    ...planning,
    ...registration,
    ...checkIn,
    ...files,
    ...calendar,
    ...stage,
    ...collections,
  ],
  exports: [
    MatchmakingEventsReader,
    MatchmakingEventsService,
    MatchmakingEventsIndexer,
    OwnEventsService,
    EventFollowerRegistry,
    EventAdmissionService,
    RegistrationChangesService,
    EventRegistrationsReader,
    EventRepresentativesReader,
    EventRecipientsReader,
    EventNotices,
    RegistrationNotices,
    ExpirePlaceOfferJob,
    CheckInService,
    EventNumbersService,
    PersonalCalendarRegistry,
  ],
})
export class MatchmakingEventsModule {}
