import { AdmissionBook } from './admission-book.js';
import { RegistrationChangesService } from './change-registration.js';
import { DecideRegistration } from './decide-registration.js';
import { EventAdmissionFieldsResolver, EventAdmissionResolver } from './event-admission.resolver.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import { EventNotices } from './event-notices.js';
import { EventRecipientsReader } from './event-notices.repository.js';
import { EventPlacesService } from './event-places.js';
import {
  EventRegistrationFieldsResolver,
  EventRepresentativeFieldsResolver,
} from './event-registration-fields.resolver.js';
import { EventRegistrationNodes } from './event-registration-nodes.js';
import { EventRegistrationsReader, EventRepresentativesReader } from './event-registrations.reader.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventRegistrationsResolver } from './event-registrations.resolver.js';
import { EventRegistrationsService } from './event-registrations.service.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
import { ExpirePlaceOfferJob } from './expire-place-offer.job.js';
import { LockedRegistrations } from './locked-registrations.js';
import { RegisterForEvent } from './register-for-event.js';
import { RegistrationDecisionsResolver } from './registration-decisions.resolver.js';
import { RegistrationNotices } from './registration-notices.js';
import { RegistrationSheets } from './registration-sheets.js';
import { RegistrationTermsReader } from './registration-terms.reader.js';
import {
  EventAdmissionsLoader,
  EventQuestionsLoader,
  EventRegistrationsLoader,
  EventRepresentativeLoader,
  EventRepresentativesLoader,
  PlacesInLineLoader,
  TakenPlacesLoader,
} from './registration.loaders.js';
import './registration.texts.js';
import { RegistrationsHolder } from './registrations.holder.js';
import { EventAdmissionService } from './set-event-admission.js';

/** What other libraries may ask of registrations. */
export const registrationUseCases = [
  EventAdmissionService,
  RegisterForEvent,
  RegistrationChangesService,
  DecideRegistration,
  EventRegistrationsService,
  EventRegistrationsReader,
  EventRepresentativesReader,
  EventNotices,
  EventRecipientsReader,
  RegistrationNotices,
  ExpirePlaceOfferJob,
];

/** How organizations come to events. */
export const registrationProviders = [
  ...registrationUseCases,
  AdmissionBook,
  EventRepresentativesLoader,
  EventRepresentativeLoader,
  EventRegistrationsLoader,
  EventRepresentativesRepository,
  EventRegistrationsRepository,
  EventAdmissionsRepository,
  EventPlacesService,
  LockedRegistrations,
  RegistrationSheets,
  RegistrationTermsReader,
  EventAdmissionsLoader,
  EventQuestionsLoader,
  PlacesInLineLoader,
  TakenPlacesLoader,
  EventAdmissionResolver,
  EventAdmissionFieldsResolver,
  EventRegistrationsResolver,
  RegistrationDecisionsResolver,
  EventRegistrationFieldsResolver,
  EventRepresentativeFieldsResolver,
  EventRegistrationNodes,
  RegistrationsHolder,
];
