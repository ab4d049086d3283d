import { JobHandler, jobKind, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { LONGEST_MEMORY_SECONDS } from '../security/attempt-rules.js';

const DAY_MS = 86_400_000;
/** Answered and expired invitations are kept for a quarter, so that owners see what became of them; then they go. */
const INVITATION_RETENTION_MS = 90 * DAY_MS;

/** The nightly clearing away of what has ended: personal data is kept no longer than it serves. */
export const HOUSEKEEPING = jobKind<Record<string, never>>('identity.housekeeping', { expireSeconds: 300 });

/** Removes ended sessions, browsers that are no longer trusted, old codes, forgotten counters and old invitations. */
@Injectable()
export class IdentityHousekeeping extends JobHandler<Record<string, never>> {
  readonly kind = HOUSEKEEPING;
  override readonly timer = { cron: '17 3 * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async handle(): Promise<void> {
    const now = this.clock.now();
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    await this.transactions.query('delete from user_session where expires_at <= $1', [now]);
    await this.transactions.query('delete from trusted_device where expires_at <= $1', [now]);
    await this.transactions.query('delete from one_time_code where expires_at <= $1', [now]);
    await this.transactions.query(
      'delete from attempt_counter where since <= $1 and (blocked_until is null or blocked_until <= $2)',
      [before(LONGEST_MEMORY_SECONDS * 1000), now],
    );
    await this.transactions.query('delete from invitation where expires_at <= $1', [
      before(INVITATION_RETENTION_MS),
    ]);
  }
}
