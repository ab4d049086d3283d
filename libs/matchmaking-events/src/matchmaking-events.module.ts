import { MatchingModule } from '@app/matching';
import { ProcurementModule } from '@app/procurement';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventAgendaResolver, EventSessionFieldsResolver } from './agenda/event-agenda.resolver.js';
import './agenda/event-agenda.texts.js';
import { EventAgendas } from './agenda/event-agendas.js';
import { EventSessionsLoader, EventSpeakersLoader } from './agenda/event-agendas.loaders.js';
import { EventAgendasRepository } from './agenda/event-agendas.repository.js';
import { EventSession, EventSpeaker } from './agenda/event-session.entity.js';
import { SetEventAgenda } from './agenda/set-event-agenda.js';
import { CalendarFeed } from './calendar/calendar-feed.entity.js';
import { calendarProviders } from './calendar/calendar.providers.js';
import { EventCalendarsController } from './calendar/event-calendars.controller.js';
import { PersonalCalendarRegistry } from './calendar/personal-calendars.js';
import { CheckIn, EventTicketKey } from './check-in/check-in.entity.js';
import { checkInProviders, checkInUseCases } from './check-in/check-in.providers.js';
import {
  CollectedNeed,
  CollectedNeedInvitation,
  CollectionDistrict,
  NeedCollection,
} from './collections/need-collection.entity.js';
import { collectionProviders } from './collections/collections.providers.js';
import { ChangeCoOrganizers } from './co-organizers/change-co-organizers.js';
import { CoOrganizerRecord } from './co-organizers/co-organizer-record.js';
import './co-organizers/co-organizer.texts.js';
import { CoOrganizersResolver } from './co-organizers/co-organizers.resolver.js';
import { ChangeMatchmakingEvent } from './events/change-matchmaking-event.js';
import { CreateMatchmakingEvent } from './events/create-matchmaking-event.js';
import { EventConcepts } from './events/event-concepts.js';
import { EventFollowerRegistry } from './events/event-followers.js';
import { EventDocumentsRepository } from './events/event-documents.repository.js';
import { EventRecord } from './events/event-record.js';
import { EventTermsReader } from './events/event-terms.reader.js';
import { MatchmakingEventFieldsResolver } from './events/matchmaking-event-fields.resolver.js';
import { MatchmakingEventNodes } from './events/matchmaking-event-nodes.js';
import { MatchmakingEvent } from './events/matchmaking-event.entity.js';
import './events/matchmaking-event.texts.js';
import { MatchmakingEventsIndexer } from './events/matchmaking-events.indexer.js';
import { MatchmakingEventsLoader } from './events/matchmaking-events.loader.js';
import { MatchmakingEventsReader } from './events/matchmaking-events.reader.js';
import { MatchmakingEventsRepository } from './events/matchmaking-events.repository.js';
import { MatchmakingEventsResolver } from './events/matchmaking-events.resolver.js';
import { MatchmakingEventsService } from './events/matchmaking-events.service.js';
import { OrganizationEventsResolver } from './events/organization-events.resolver.js';
import { OwnEventsService } from './events/own-events.js';
import { EventAdmission, EventQuestion } from './registration/event-admission.entity.js';
import { EventRegistration, EventRepresentative } from './registration/event-registration.entity.js';
import { registrationProviders, registrationUseCases } from './registration/registration.providers.js';
import { StageNeed } from './stage/stage-need.entity.js';
import { stageProviders } from './stage/stage.providers.js';
import { EventCopies } from './series/event-copies.js';
import { EventEditionsLoader, EventSeriesResolver } from './series/event-series.resolver.js';
import { RecurringFairsResolver } from './series/recurring-fair.type.js';
import { RecurringFairsReader } from './series/recurring-fairs.js';
import { RepeatMatchmakingEvent } from './series/repeat-matchmaking-event.js';

const agenda = [
  EventAgendasRepository,
  EventSessionsLoader,
  EventSpeakersLoader,
  EventAgendas,
  SetEventAgenda,
  EventAgendaResolver,
  EventSessionFieldsResolver,
];
const coOrganizers = [ChangeCoOrganizers, CoOrganizerRecord, CoOrganizersResolver];
const series = [
  EventCopies,
  RepeatMatchmakingEvent,
  EventEditionsLoader,
  EventSeriesResolver,
  RecurringFairsReader,
  RecurringFairsResolver,
];
const storage = [
  MatchmakingEventsRepository,
  EventDocumentsRepository,
  MatchmakingEventsLoader,
  OwnEventsService,
  EventRecord,
  EventFollowerRegistry,
];
const useCases = [MatchmakingEventsService, CreateMatchmakingEvent, ChangeMatchmakingEvent];
const readers = [MatchmakingEventsReader, EventConcepts, EventTermsReader];
const resolvers = [MatchmakingEventsResolver, MatchmakingEventFieldsResolver, OrganizationEventsResolver];

const entities = [
  MatchmakingEvent,
  EventSession,
  EventSpeaker,
  EventAdmission,
  EventQuestion,
  EventRegistration,
  EventRepresentative,
  EventTicketKey,
  CheckIn,
  CalendarFeed,
  StageNeed,
  NeedCollection,
  CollectionDistrict,
  CollectedNeed,
  CollectedNeedInvitation,
];

/** Occasions that bring buyers and suppliers together. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), MatchingModule, ProcurementModule],
  controllers: [EventCalendarsController],
  providers: [
    ...storage,
    ...readers,
    ...useCases,
    ...resolvers,
    ...agenda,
    ...coOrganizers,
    ...series,
    ...registrationProviders,
    ...checkInProviders,
    ...calendarProviders,
    ...stageProviders,
    ...collectionProviders,
    MatchmakingEventNodes,
    MatchmakingEventsIndexer,
  ],
  exports: [
    ...useCases,
    ...readers,
    ...registrationUseCases,
    ...checkInUseCases,
    OwnEventsService,
    EventFollowerRegistry,
    PersonalCalendarRegistry,
    SetEventAgenda,
    ChangeCoOrganizers,
    RepeatMatchmakingEvent,
    MatchmakingEventsIndexer,
  ],
})
export class MatchmakingEventsModule {}
