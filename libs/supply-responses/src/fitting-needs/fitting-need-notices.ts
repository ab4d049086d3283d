import { declareEventConsumer, type EventDelivery, type RelayHandler, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { Clock } from '@app/kernel';
import { NotificationChannel, NotificationKind, Notifier } from '@app/notifications';
import {
  AddressedNeedsReader,
  NeedVisibility,
  type ProcurementNeed,
  ProcurementNeedsReader,
} from '@app/procurement';
import { ExclusionsReader, MatchFinder, MatchFit, describeNeed } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FittingNeedNoticesRepository } from './fitting-need-notices.repository.js';
import './fitting-needs.texts.js';

/** Name of the event consumer. */
export const FITTING_NEED_NOTICES = 'fitting-need-notices';

declareEventConsumer({
  name: FITTING_NEED_NOTICES,
  types: ['ProcurementNeedPublished', 'ProcurementNeedAmended', 'OrganizationClaimed'],
});

/** Suppliers that are notified of one need, however often it changes. */
export const MAX_TOLD_OF_NEED = 50;
/** Needs a day of which a supplier gets a single notice; the others are only in the digest. */
export const MAX_NOTICES_A_DAY = 20;
/** Matches that are considered: many of the best suppliers may have no members yet. */
const MAX_LOOKED_AT = 200;
/** Open needs of a buyer that are announced when staff have verified it. */
const MAX_NEEDS_OF_BUYER = 50;
const DAY_MS = 86_400_000;
const RESPONDERS = [MemberRole.OWNER, MemberRole.EDITOR];

/**
 * Notifies suppliers of a need that fits what they offer: the best {@link MAX_TOLD_OF_NEED} that FIT, once each. Needs for
 * invited suppliers are announced by the invitation only, needs of an unverified buyer once staff have verified it. Suppliers
 * that hid the need or block its buyer are left out. The row and the notices are written in one transaction.
 */
@Injectable()
export class FittingNeedNotices implements RelayHandler {
  readonly consumer = FITTING_NEED_NOTICES;
  readonly batch = 10;

  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsReader,
    private readonly addressed: AddressedNeedsReader,
    private readonly finder: MatchFinder,
    private readonly exclusions: ExclusionsReader,
    private readonly notices: FittingNeedNoticesRepository,
    private readonly memberships: Memberships,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** A failed delivery is retried and does not delay the others. */
  async handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]> {
    const failed: { id: string; reason: string }[] = [];
    for (const delivery of deliveries) {
      try {
        for (const needId of await this.needsOf(delivery)) await this.notifySuppliersOf(needId);
      } catch (error) {
        failed.push({ id: delivery.id, reason: String(error) });
      }
    }
    return failed;
  }

  private async needsOf({ aggregateType, aggregateId }: EventDelivery): Promise<string[]> {
    if (aggregateType !== 'Organization') return [aggregateId];
    const open = await this.needs.findOpenNeeds([aggregateId], MAX_NEEDS_OF_BUYER, this.clock.now());
    return open.map(({ need }) => need.id);
  }

  private async notifySuppliersOf(needId: string): Promise<void> {
    const fitting = await this.suppliersFitting(needId);
    if (fitting.length === 0) return;
    await this.transactions.run(async () => {
      await this.notices.lockNotices();
      const need = await this.needs.lockNeed(needId);
      if (!need || !this.isAnnounced(need)) return;
      const before = await this.notices.findNotifiedSuppliers(needId);
      const may = await this.filterNotifiable(need, fitting);
      const fresh = fitting
        .filter((id) => may(id) && !before.has(id))
        .slice(0, Math.max(0, MAX_TOLD_OF_NEED - before.size));
      await this.notify(need, fresh);
      await this.notices.addNotices(needId, fresh, this.clock.now());
    });
  }

  /** The suppliers that fit, best first. Runs before anything is locked. */
  private async suppliersFitting(needId: string): Promise<string[]> {
    const stored = await this.needs.findNeedWithLines(needId);
    if (!stored || !this.isAnnounced(stored.need)) return [];
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const { matches } = await this.finder.findMatches(
      describeNeed(stored.need, stored.lines, view),
      MAX_LOOKED_AT,
    );
    return matches
      .filter(({ fit }) => fit === MatchFit.FITS)
      .map(({ candidate }) => candidate.organizationId);
  }

  private isAnnounced(need: ProcurementNeed): boolean {
    return need.visibility !== NeedVisibility.INVITED_ONLY && need.openAt(this.clock.now());
  }

  /** The suppliers that the need addresses now and that have not hidden it. */
  private async filterNotifiable(
    need: ProcurementNeed,
    organizationIds: readonly string[],
  ): Promise<(organizationId: string) => boolean> {
    const possible = new Set(
      await this.addressed.findSuppliersToNotify(need.id, organizationIds, this.clock.now()),
    );
    const { needs } = await this.exclusions.findOutOfSight(organizationIds, [need.id]);
    return (id) => possible.has(id) && !needs.get(id)?.has(need.id);
  }

  private async notify(need: ProcurementNeed, organizationIds: readonly string[]): Promise<void> {
    if (organizationIds.length === 0) return;
    const dayAgo = new Date(this.clock.now().getTime() - DAY_MS);
    const counts = await this.notices.countNoticesSince(organizationIds, dayAgo);
    const interrupted = organizationIds.filter((id) => (counts.get(id) ?? 0) < MAX_NOTICES_A_DAY);
    const people = await this.memberships.peopleOf(interrupted, RESPONDERS);
    const buyer = await this.needs.findBuyerName(need);
    await this.notifier.notifyUsers(
      ...people.map(({ userId, organizationId }) => ({
        userIds: [userId],
        kind: NotificationKind.FITTING_NEED,
        only: [NotificationChannel.IN_APP],
        code: 'NOTICE_FITTING_NEED',
        params: { need: need.title },
        words: { buyer },
        target: { type: 'ProcurementNeed', key: need.id },
        organizationId,
        origin: `fitting:${need.id}`,
      })),
    );
  }
}
