import { JobHandler, jobKind } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { NotificationsRepository } from './notifications.repository.js';

const DAY_MS = 86_400_000;
/** What was read is kept for a quarter, what was not for a year. */
const READ_DAYS = 90;
const LONGEST_DAYS = 365;

export const NOTIFICATION_CLEANING = jobKind<Record<string, never>>('notifications.clean-inbox', {
  expireSeconds: 300,
});

/** Removes old notifications every night. */
@Injectable()
export class NotificationCleaningJob extends JobHandler<Record<string, never>> {
  readonly kind = NOTIFICATION_CLEANING;
  override readonly timer = { cron: '37 3 * * *', order: {} };

  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  handle(): Promise<void> {
    const before = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    return this.notifications.deleteOldNotifications(before(READ_DAYS), before(LONGEST_DAYS));
  }
}
