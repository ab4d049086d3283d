import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { EventRecipientsReader } from '@app/matchmaking-events';
import { type Notice, NotificationKind, Notifier } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import './outcome-chaser.texts.js';
import { type OpenThread, OutcomeThreadRepository } from './outcome-thread.repository.js';

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
    const open = await this.threads.openAt(this.clock.now(), ASKED_AFTER_DAYS, PATIENCE_DAYS);
    for (const thread of open) await this.notifier.tell(...(await this.noticesOf(thread)));
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
