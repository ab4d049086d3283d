import { encodeGlobalId } from '@app/kernel';
import { type CalendarEntry, PersonalCalendarRegistry } from '@app/matchmaking-events';
import { PublicLinks } from '@app/notifications';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MeetingState } from '../booking/meeting.enums.js';
import { type CalendarMeeting, MeetingListsRepository } from './meeting-lists.repository.js';

/** Puts meetings into the calendars of those who sit in them: the same UID for good, a SEQUENCE that grows. */
@Injectable()
export class MeetingCalendarReader implements OnModuleInit {
  constructor(
    private readonly calendars: PersonalCalendarRegistry,
    private readonly lists: MeetingListsRepository,
    private readonly links: PublicLinks,
  ) {}

  onModuleInit(): void {
    this.calendars.registerSource(async (userId) =>
      (await this.lists.findPersonMeetings(userId)).map((meeting) => this.entryOf(meeting)),
    );
  }

  private entryOf(meeting: CalendarMeeting): CalendarEntry {
    const { startsAt, endsAt, zone, createdAt, updatedAt } = meeting;
    return {
      uid: `meeting-${meeting.id}@lianqiao`,
      sequence: meeting.version,
      title: `洽谈 · ${meeting.buying ? meeting.supplier : meeting.buyer}`,
      description: meeting.cancellationReason ?? meeting.event,
      location: [meeting.place, meeting.table].filter(Boolean).join(', '),
      url: this.links.linkTo(`/events/${encodeGlobalId('MatchmakingEvent', meeting.eventId)}`),
      ...{ zone, startsAt, endsAt, createdAt, updatedAt },
      cancelled: meeting.state === MeetingState.CANCELLED || meeting.eventCancelled || meeting.replaced,
      tentative: false,
    };
  }
}
