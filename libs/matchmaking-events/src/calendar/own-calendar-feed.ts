import { Transactions } from '@app/database';
import { hashToken, newToken, type Viewer } from '@app/identity';
import { Clock, UnauthenticatedError } from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import type { CalendarFeed } from './calendar-feed.entity.js';
import { CreateCalendarFeedPayload, RevokeCalendarFeedPayload } from './calendar-feed.types.js';
import { CalendarFeedsRepository } from './calendar-feeds.repository.js';

/** Persons give their calendar programs a secret address, change it and take it away. */
@Injectable()
export class OwnCalendarFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedsRepository,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {}

  /** The viewer's feed. */
  of(viewer: Viewer): Promise<CalendarFeed | null> {
    return this.feeds.findFeed(idOf(viewer));
  }

  /** A new address; of two made at once the later stands. */
  async create(viewer: Viewer): Promise<CreateCalendarFeedPayload> {
    const token = newToken();
    const feed = { userId: idOf(viewer), tokenHash: hashToken(token), createdAt: this.clock.now() };
    await this.feeds.saveFeed(feed);
    return Object.assign(new CreateCalendarFeedPayload(), {
      url: this.links.to(`/calendar/persons/${token}.ics`),
      feed,
    });
  }

  /** No address any more; twice is once. */
  revoke(viewer: Viewer): Promise<RevokeCalendarFeedPayload> {
    const userId = idOf(viewer);
    return this.transactions.run(async () => {
      const feed = await this.feeds.findFeed(userId);
      await this.feeds.deleteFeed(userId);
      return Object.assign(new RevokeCalendarFeedPayload(), { feed });
    });
  }
}

function idOf({ userId }: Viewer): string {
  if (!userId) throw new UnauthenticatedError();
  return userId;
}
