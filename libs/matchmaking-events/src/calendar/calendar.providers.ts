import { CalendarFeedsHolder } from './calendar-feeds.holder.js';
import { CalendarFeedsRepository } from './calendar-feeds.repository.js';
import {
  CalendarFeedsResolver,
  EventCalendarResolver,
  OrganizationCalendarResolver,
} from './calendar-feeds.resolver.js';
import { EventCalendars } from './event-calendars.service.js';
import { OwnCalendarFeed } from './own-calendar-feed.js';
import { PersonalCalendarRegistry } from './personal-calendars.js';

/** Calendars of events, organizers and persons. */
export const calendarProviders = [
  CalendarFeedsHolder,
  CalendarFeedsRepository,
  CalendarFeedsResolver,
  EventCalendarResolver,
  OrganizationCalendarResolver,
  EventCalendars,
  OwnCalendarFeed,
  PersonalCalendarRegistry,
];
