import { JobHandler, jobKind, Transactions } from '@app/database';
import { Clock, LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { SavedSearchesRepository } from '../saved-searches/saved-searches.repository.js';
import { AlertNotices } from './alert-notices.js';
import { ListingAlertsRepository } from './listing-alerts.repository.js';
import { ListingTitles } from './listing-titles.js';

export const ALERT_DIGESTS = jobKind<Record<string, never>>('discovery.alert-digests', {
  expireSeconds: 900,
});

/** So many searches are asked for at a time. */
const PER_ROUND = 200;

/**
 * Tells readers once a day, at eight in the morning where they are, what their searches found. Each digest is one
 * transaction: what it names is settled with the message or neither happened.
 */
@Injectable()
export class AlertDigests extends JobHandler<Record<string, never>> {
  readonly kind = ALERT_DIGESTS;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly searches: SavedSearchesRepository,
    private readonly alerts: ListingAlertsRepository,
    private readonly titles: ListingTitles,
    private readonly notices: AlertNotices,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Until none is due; a digest moves its search to the next morning, so that this ends. */
  async handle(): Promise<void> {
    for (;;) {
      const due = await this.searches.due(this.clock.now(), PER_ROUND);
      for (const id of due) await this.transactions.run(() => this.send(id));
      if (due.length < PER_ROUND) return;
    }
  }

  private async send(searchId: string): Promise<void> {
    const now = this.clock.now();
    const search = await this.searches.lock({ id: searchId });
    if (!search?.active || search.nextDigestAt > now) return;
    const open = await this.alerts.open(searchId);
    const named = await this.titles.of(search, open, new LoaderScope());
    await this.notices.tell([{ search, listings: named }]);
    await this.alerts.settle(
      open.map(({ id }) => id),
      now,
    );
    search.told(now);
    await this.searches.save(search);
  }
}
