import { Transactions } from '@app/database';
import { hashToken, newToken, type Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import type { CalendarFeed } from './calendar-feed.entity.js';
import { CreateCalendarFeedPayload, RevokeCalendarFeedPayload } from './calendar-feed.graphql.js';
import { CalendarFeedsRepository } from './calendar-feeds.repository.js';

/** The secret address of a person's own calendar. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly feeds: CalendarFeedsRepository,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {}

  /** The viewer's feed; throws UNAUTHENTICATED for guests. */
  async findFeed(viewer: Viewer): Promise<CalendarFeed | null> {
    return this.feeds.findFeed(viewer.requireUserId());
  }

  /** Creates a new address, which replaces an earlier one. */
  async createFeed(viewer: Viewer): Promise<CreateCalendarFeedPayload> {
    const token = newToken();
    const userId = viewer.requireUserId();
    const feed = { userId, tokenHash: hashToken(token), createdAt: this.clock.now() };
    await this.feeds.saveFeed(feed);
    return Object.assign(new CreateCalendarFeedPayload(), {
      url: this.links.linkTo(`/calendar/persons/${token}.ics`),
      feed,
    });
  }

  /** Revokes the address; revoking twice changes nothing. */
  async revokeFeed(viewer: Viewer): Promise<RevokeCalendarFeedPayload> {
    const userId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const feed = await this.feeds.findFeed(userId);
      await this.feeds.deleteFeed(userId);
      return Object.assign(new RevokeCalendarFeedPayload(), { feed });
    });
  }
}
