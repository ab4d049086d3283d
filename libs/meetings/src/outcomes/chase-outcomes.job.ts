import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { EventRecipientsReader } from '@app/matchmaking-events';
import { defineNotice, type Notice, NotificationKind, Notifier } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { type OpenThread, OutcomeThreadRepository } from './outcome-thread.repository.js';

defineNotice('NOTICE_OUTCOME_CHASER', {
  title: { zh: '洽谈后来怎样了', en: 'What came of your meetings' },
  text: {
    zh: '“{event}”结束已 {days} 天，贵机构还有 {meetings} 场洽谈没有结果。点开即可填写意向、样品、试制或订单；没有下文也请告知，之后不再询问。',
    en: '“{event}” ended {days} days ago. Of {meetings} of your meetings it is not known what came: an intent, a sample, a trial or an order can be said in a minute; say so, too, if nothing will come, and nobody asks again.',
  },
});

/** How many days after the end of an event its participants are asked what came of their meetings. */
const ASKED_AFTER_DAYS = [30, 90, 180];

/** How many days late it is still asked, should the platform have been down. */
const PATIENCE_DAYS = 14;

/** Asks both sides of meetings what came of them, three times at most, until it is final. */
@Injectable()
export class ChaseOutcomesJob extends JobHandler {
  readonly kind = jobKind('chase-outcomes', { expireSeconds: 600 });
  override readonly timer = { cron: '23 * * * *', order: {} };

  constructor(
    private readonly threads: OutcomeThreadRepository,
    private readonly concerned: EventRecipientsReader,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Coming again asks nobody twice: event, participant and day are the reason. */
  async handle(): Promise<void> {
    const open = await this.threads.findOpenThreads(this.clock.now(), ASKED_AFTER_DAYS, PATIENCE_DAYS);
    for (const thread of open) await this.notifier.notifyUsers(...(await this.noticesOf(thread)));
  }

  private async noticesOf({ eventId, event, registrationId, days, meetings }: OpenThread): Promise<Notice[]> {
    return (await this.concerned.findRegistrationRecipients(registrationId)).map(
      ({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.MEETING_OUTCOME,
        code: 'NOTICE_OUTCOME_CHASER',
        params: { event, days, meetings },
        target: { type: 'EventRegistration', key: registrationId },
        organizationId: organizationId ?? undefined,
        origin: `outcome-chaser:${eventId}:${registrationId}:${days}`,
      }),
    );
  }
}
