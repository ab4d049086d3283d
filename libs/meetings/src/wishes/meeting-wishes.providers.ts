import { MeetingSuggestions } from './meeting-suggestions.js';
import { MeetingTermsRepository } from './meeting-terms.repository.js';
import { MeetingTermsResolver } from './meeting-terms.resolver.js';
import {
  EventMeetingTermsResolver,
  MeetingPartnerFieldsResolver,
  MeetingSuggestionFieldsResolver,
  MeetingWishFieldsResolver,
  RegistrationAvailabilityResolver,
} from './meeting-wish-fields.resolver.js';
import { MeetingAbsencesLoader, MeetingTermsLoader, MeetingWishesLoader } from './meeting-wish.loaders.js';
import './meeting-wish.texts.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';
import { MeetingWishesResolver } from './meeting-wishes.resolver.js';
import { MeetingWishesService } from './meeting-wishes.service.js';
import { SetMeetingAvailability } from './set-meeting-availability.js';
import { SetMeetingTerms } from './set-meeting-terms.js';
import { StateMeetingWishes } from './state-meeting-wishes.js';
import { WishTermsReader } from './wish-terms.reader.js';

/** What others may ask of wishes. */
export const wishUseCases = [SetMeetingTerms, StateMeetingWishes, SetMeetingAvailability];

/** Whom participants wish to meet, and when they cannot. */
export const wishProviders = [
  ...wishUseCases,
  MeetingTermsRepository,
  MeetingWishesRepository,
  WishTermsReader,
  MeetingWishesService,
  MeetingSuggestions,
  MeetingTermsLoader,
  MeetingWishesLoader,
  MeetingAbsencesLoader,
  MeetingTermsResolver,
  MeetingWishesResolver,
  MeetingWishFieldsResolver,
  MeetingPartnerFieldsResolver,
  MeetingSuggestionFieldsResolver,
  RegistrationAvailabilityResolver,
  EventMeetingTermsResolver,
];
