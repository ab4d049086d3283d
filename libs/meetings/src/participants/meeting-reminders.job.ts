import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { EventRecipientsReader } from '@app/matchmaking-events';
import { defineNotice, type Notice, NotificationKind, Notifier } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { MeetingListsRepository } from './meeting-lists.repository.js';

defineNotice('NOTICE_MEETING_REMINDER', {
  title: { zh: '洽谈即将开始', en: 'A meeting is about to begin' },
  text: {
    zh: '与{organization}的洽谈将于 {starts}（{zone}）在{table}开始。“{event}”',
    en: 'Your meeting with {organization} begins at {starts} ({zone}), table {table}. “{event}”',
  },
});

/** How long before a meeting its sides are reminded, in minutes. */
const MINUTES_BEFORE = 30;

/** Reminds the two sides of a meeting before it begins, once for each time at which it is to take place. */
@Injectable()
export class RemindOfMeetingsJob extends JobHandler {
  readonly kind = jobKind('remind-of-meetings', { expireSeconds: 240 });
  override readonly timer = { cron: '*/5 * * * *', order: {} };

  constructor(
    private readonly lists: MeetingListsRepository,
    private readonly concerned: EventRecipientsReader,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Coming again tells nobody twice: the meeting and its beginning are the reason. */
  async handle(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(+now + MINUTES_BEFORE * 60_000);
    for (const meeting of await this.lists.findBeginningMeetings(now, until)) {
      const { buyerRegistrationId, supplierRegistrationId, buyer, supplier } = meeting;
      const starts = DateTime.fromJSDate(meeting.startsAt, { zone: meeting.zone }).toFormat('HH:mm');
      const notices = await Promise.all(
        [
          { registrationId: buyerRegistrationId, organization: supplier },
          { registrationId: supplierRegistrationId, organization: buyer },
        ].map(async ({ registrationId, organization }) =>
          (await this.concerned.findRegistrationRecipients(registrationId)).map(
            ({ userId, organizationId }): Notice => ({
              userIds: [userId],
              kind: NotificationKind.MEETING_REMINDER,
              code: 'NOTICE_MEETING_REMINDER',
              params: {
                event: meeting.event,
                zone: meeting.zone,
                table: meeting.table,
                starts,
                organization,
              },
              target: { type: 'MatchmakingEvent', key: meeting.eventId },
              organizationId: organizationId ?? undefined,
              origin: `meeting-reminder:${meeting.id}:${meeting.startsAt.toISOString()}`,
            }),
          ),
        ),
      );
      await this.notifier.notifyUsers(...notices.flat());
    }
  }
}
