import { ExportMeetingSchedule } from './export-meeting-schedule.js';
import { MeetingCalendar } from './meeting-calendar.js';
import { MeetingFilesResolver } from './meeting-files.resolver.js';
import { MeetingListsRepository } from './meeting-lists.repository.js';
import { RemindOfMeetingsJob } from './remind-of-meetings.job.js';

/** What others may ask of schedules. */
export const participationUseCases = [ExportMeetingSchedule, RemindOfMeetingsJob];

/** Everybody's own schedule: in calendars, on paper, and a reminder before. */
export const participationProviders = [
  ...participationUseCases,
  MeetingCalendar,
  MeetingFilesResolver,
  MeetingListsRepository,
];
