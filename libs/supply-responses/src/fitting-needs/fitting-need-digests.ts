import { JobHandler, jobKind, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { Clock, lastDigest, LoaderScope } from '@app/kernel';
import { NotificationChannel, NotificationKind, Notifier, PublicLinks } from '@app/notifications';
import { OrganizationsLoader } from '@app/organizations';
import { AddressedNeeds } from '@app/procurement';
import { ExclusionsReader } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FittingNeedNoticesRepository } from './fitting-need-notices.repository.js';
import './fitting-needs.texts.js';

export const FITTING_NEED_DIGESTS = jobKind<Record<string, never>>('matching.fitting-need-digests', {
  expireSeconds: 900,
});

/** Where the morning of the digests begins. */
const ZONE = 'Asia/Shanghai';
/** Suppliers asked for at a time. */
const PER_ROUND = 200;
/** A digest names so many needs, each by so many characters. */
const MAX_NAMED = 5;
const MAX_TITLE_LENGTH = 40;

/**
 * Sends a supplier's people, by mail, the needs that they were told of since the last morning and that they can still
 * answer. Each supplier's digest is one transaction: what it names is settled with the messages, or neither happened.
 */
@Injectable()
export class FittingNeedDigests extends JobHandler<Record<string, never>> {
  readonly kind = FITTING_NEED_DIGESTS;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly told: FittingNeedNoticesRepository,
    private readonly addressed: AddressedNeeds,
    private readonly exclusions: ExclusionsReader,
    private readonly organizations: OrganizationsLoader,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Until none is due; a digest settles what it looked at, so that this ends. */
  async handle(): Promise<void> {
    const before = lastMorning(this.clock.now());
    for (;;) {
      const due = await this.told.dueBefore(before, PER_ROUND);
      for (const id of due) await this.transactions.run(() => this.send(id, before));
      if (due.length < PER_ROUND) return;
    }
  }

  private async send(organizationId: string, before: Date): Promise<void> {
    const now = this.clock.now();
    const ids = await this.told.digest(organizationId, before, now);
    const hidden = await this.exclusions.findExcludedNeeds(organizationId, ids);
    const open = new Map(
      (await this.addressed.of(organizationId, { ids, conceptIds: [], now })).map(({ need }) => [
        need.id,
        need.title,
      ]),
    );
    const titles = ids.flatMap((id) => (hidden.has(id) ? [] : (open.get(id) ?? [])));
    const organization = await this.organizations.load(new LoaderScope(), organizationId);
    if (titles.length === 0 || !organization) return;
    const named = titles.slice(0, MAX_NAMED).map((title) => title.slice(0, MAX_TITLE_LENGTH));
    const people = await this.memberships.peopleOf([organizationId], [MemberRole.OWNER, MemberRole.EDITOR]);
    await this.notifier.tell({
      userIds: people.map(({ userId }) => userId),
      kind: NotificationKind.FITTING_NEED,
      only: [NotificationChannel.EMAIL, NotificationChannel.SMS],
      code: 'NOTICE_FITTING_NEEDS_DIGEST',
      params: {
        count: titles.length,
        needs: `${named.join('、')}${titles.length > MAX_NAMED ? '…' : ''}`,
      },
      words: {
        organization: { zh: organization.name, en: organization.nameEn ?? organization.name },
      },
      organizationId,
      origin: `fitting-digest:${organizationId}:${before.toISOString()}`,
      messageParams: {
        link: this.links.to('/desk/fitting'),
        settings: this.links.to('/desk/notifications'),
      },
    });
  }
}

/** The last eight o'clock in the morning in China. */
export function lastMorning(now: Date): Date {
  return lastDigest(ZONE, now);
}
