import { JobHandler, jobKind, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { Clock, lastDigest, LoaderScope } from '@app/kernel';
import { NotificationChannel, NotificationKind, Notifier, PublicLinks } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { AddressedNeedsReader } from '@app/procurement';
import { ExclusionsReader } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FittingNeedNoticesRepository } from './fitting-need-notices.repository.js';
import './fitting-needs.texts.js';

export const FITTING_NEED_DIGESTS = jobKind<Record<string, never>>('matching.fitting-need-digests', {
  expireSeconds: 900,
});

/** Time zone of the daily digests. */
const ZONE = 'Asia/Shanghai';
/** Suppliers per query. */
const PER_ROUND = 200;
/** Needs that a digest names, and characters of each title. */
const MAX_NAMED = 5;
const MAX_TITLE_LENGTH = 40;

/**
 * Mails the owners and editors of a supplier, once a day, the needs from its notices that they can still answer. Each
 * supplier's digest is one transaction: its notices are marked together with the messages.
 */
@Injectable()
export class FittingNeedDigests extends JobHandler<Record<string, never>> {
  readonly kind = FITTING_NEED_DIGESTS;
  override readonly timer = { cron: '*/10 * * * *', order: {} };

  constructor(
    private readonly transactions: Transactions,
    private readonly notices: FittingNeedNoticesRepository,
    private readonly addressed: AddressedNeedsReader,
    private readonly exclusions: ExclusionsReader,
    private readonly organizations: OrganizationsReader,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
    private readonly links: PublicLinks,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Repeats until no supplier is due. It ends because each digest marks the notices that it read. */
  async handle(): Promise<void> {
    const before = lastMorning(this.clock.now());
    for (;;) {
      const due = await this.notices.findSuppliersDue(before, PER_ROUND);
      for (const id of due) await this.transactions.run(() => this.sendDigest(id, before));
      if (due.length < PER_ROUND) return;
    }
  }

  private async sendDigest(organizationId: string, before: Date): Promise<void> {
    const now = this.clock.now();
    const ids = await this.notices.markDigested(organizationId, before, now);
    const hidden = await this.exclusions.findExcludedNeeds(organizationId, ids);
    const open = new Map(
      (await this.addressed.findAddressedNeeds(organizationId, { ids, conceptIds: [], now })).map(
        ({ need }) => [need.id, need.title],
      ),
    );
    const titles = ids.flatMap((id) => (hidden.has(id) ? [] : (open.get(id) ?? [])));
    const organization = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
    if (titles.length === 0 || !organization) return;
    const named = titles.slice(0, MAX_NAMED).map((title) => title.slice(0, MAX_TITLE_LENGTH));
    const people = await this.memberships.peopleOf([organizationId], [MemberRole.OWNER, MemberRole.EDITOR]);
    await this.notifier.notifyUsers({
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
        link: this.links.linkTo('/desk/fitting'),
        settings: this.links.linkTo('/desk/notifications'),
      },
    });
  }
}

/** The last eight o'clock in the morning in China. */
export function lastMorning(now: Date): Date {
  return lastDigest(ZONE, now);
}
