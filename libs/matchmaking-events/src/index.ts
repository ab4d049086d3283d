export { type CalendarEntry } from './calendar/event-calendar.js';
export { PersonalCalendarRegistry } from './calendar/event-calendars.service.js';
export { EventNumbersType } from './check-in/check-in.graphql.js';
export { CheckInService } from './check-in/check-in.service.js';
export { EventNumbersService } from './check-in/event-numbers.service.js';
export {
  type EventFollower,
  EventFollowerRegistry,
  type EventMove,
  type OutsideEvent,
} from './events/event-followers.js';
export { type ResolvedSchedule, resolveSchedule } from './events/local-schedule.js';
export { type EventTerms, MatchmakingEvent } from './events/matchmaking-event.entity.js';
export { EventKind, EventState } from './events/matchmaking-event.enums.js';
export { MatchmakingEventType } from './events/matchmaking-event.graphql.js';
export { mayReadDesk, maySeeEvent } from './events/matchmaking-event.policy.js';
export { MatchmakingEventsReader } from './events/matchmaking-events.reader.js';
export { MatchmakingEventsService } from './events/matchmaking-events.service.js';
export { OwnEventsService } from './events/own-events.service.js';
export { editableDocument } from './files/editable-document.js';
export { SavedFileType } from './files/event-file.graphql.js';
export { sheetFile } from './files/event-sheets.js';
export { type PrintedTable, printedTables } from './files/printed-tables.js';
export { MatchmakingEventsModule } from './matchmaking-events.module.js';
export { EventAdmission, EventTicketKey } from './registration/event-admission.entity.js';
export { EventAdmissionService } from './registration/event-admission.service.js';
export { EventNotices, RegistrationNotices } from './registration/event-notices.js';
export { EventRecipientsReader } from './registration/event-recipients.reader.js';
export { EventRegistration, EventRepresentative } from './registration/event-registration.entity.js';
export { EventRegistrationType } from './registration/event-registration.graphql.js';
export {
  EventRegistrationsReader,
  EventRepresentativesReader,
} from './registration/event-registrations.reader.js';
export { ExpirePlaceOfferJob } from './registration/expire-place-offer.job.js';
export { RegistrationChangesService } from './registration/registration-changes.service.js';
export { ParticipantRole, QuestionKind, RegistrationState } from './registration/registration.enums.js';
export { allowRegistering } from './registration/registration.policy.js';
export { newTicketKey, readTicket, writeTicket } from './registration/ticket-token.js';
