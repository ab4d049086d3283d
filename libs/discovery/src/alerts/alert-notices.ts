import { defineNotice, type Notice, NotificationKind, Notifier, PublicLinks } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from '../saved-searches/saved-search.entity.js';

const footer = { zh: ' 退订：{unsubscribe}', en: ' No more of these: {unsubscribe}' };

defineNotice('NOTICE_ALERT_ONE', {
  title: { zh: '“{search}”有新结果', en: 'Something new for “{search}”' },
  text: {
    zh: '您保存的“{search}”有新结果：{listing}。',
    en: 'Your saved search “{search}” found {listing}.',
  },
  footer,
});

defineNotice('NOTICE_ALERT_MANY', {
  title: { zh: '“{search}”有 {count} 条新结果', en: '{count} new results for “{search}”' },
  text: {
    zh: '您保存的“{search}”有 {count} 条新结果：{listings}。',
    en: 'Your saved search “{search}” found {count} listings: {listings}.',
  },
  footer,
});

/** A listing as a message names it. */
export interface NamedListing {
  readonly alertId: string;
  readonly type: string;
  readonly id: string;
  readonly title: string;
}

/** A message names so many listings, each by so many characters. */
const NAMED = 3;
const LONGEST_TITLE = 40;

/** What a saved search found. */
interface FoundListings {
  readonly search: SavedSearch;
  readonly listings: readonly NamedListing[];
}

/** Tells persons what their saved searches found, in the running transaction. */
@Injectable()
export class AlertNotices {
  constructor(
    private readonly notifier: Notifier,
    private readonly links: PublicLinks,
  ) {}

  /** One notice for each search, whose reason is the first of its listings. */
  async tell(found: readonly FoundListings[]): Promise<void> {
    await this.notifier.tell(...found.flatMap((one) => this.noticeOf(one)));
  }

  private noticeOf({ search, listings }: FoundListings): Notice[] {
    const [first, ...more] = listings;
    if (!first) return [];
    const named = listings.slice(0, NAMED).map(({ title }) => title.slice(0, LONGEST_TITLE));
    const several = more.length > 0;
    const names = `${named.join('、')}${listings.length > NAMED ? '…' : ''}`;
    return [
      {
        userIds: [search.userId],
        kind: NotificationKind.SAVED_SEARCH_ALERT,
        code: several ? 'NOTICE_ALERT_MANY' : 'NOTICE_ALERT_ONE',
        params: several
          ? { search: search.name, count: listings.length, listings: names }
          : { search: search.name, listing: names },
        target: several ? { type: 'SavedSearch', key: search.id } : { type: first.type, key: first.id },
        ...(search.organizationId ? { organizationId: search.organizationId } : {}),
        origin: `alert:${first.alertId}`,
        messageParams: { unsubscribe: this.links.to(`/u/${search.unsubscribeToken}`) },
      },
    ];
  }
}
