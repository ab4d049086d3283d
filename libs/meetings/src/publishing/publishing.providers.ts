import { LockMeeting } from './lock-meeting.js';
import { MeetingMoves } from './meeting-moves.js';
import { MeetingNoticeReader } from './meeting-notice.reader.js';
import { MeetingNotices } from './meeting-notices.js';
import { PublicationBook } from './publication-book.js';
import { PublishSchedule } from './publish-schedule.js';
import { PublishingResolver } from './publishing.resolver.js';

/** What others may ask of publishing. */
export const publishingUseCases = [PublishSchedule, LockMeeting, MeetingNotices];

/** From the provisional schedule to the published one, and who is told. */
export const publishingProviders = [
  ...publishingUseCases,
  MeetingMoves,
  MeetingNoticeReader,
  PublicationBook,
  PublishingResolver,
];
