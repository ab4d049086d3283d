import { declareEventConsumer, type EventDelivery, type RelayHandler, Transactions } from '@app/database';
import { Memberships, MemberRole } from '@app/identity';
import { Clock } from '@app/kernel';
import { NotificationChannel, NotificationKind, Notifier } from '@app/notifications';
import {
  AddressedNeeds,
  BuyerNames,
  NeedVisibility,
  type ProcurementNeed,
  ProcurementNeedsReader,
} from '@app/procurement';
import { ExclusionsReader, MatchFinder, MatchFit, describeNeed } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FittingNeedNoticesRepository } from './fitting-need-notices.repository.js';
import './fitting-needs.texts.js';

/** Name of the deliveries by which suppliers are told of needs that fit. */
export const FITTING_NEED_NOTICES = 'fitting-need-notices';

declareEventConsumer({
  name: FITTING_NEED_NOTICES,
  types: ['ProcurementNeedPublished', 'ProcurementNeedAmended', 'OrganizationClaimed'],
});

/** Suppliers that are told of one need, however often it changes. */
export const MAX_TOLD_OF_NEED = 50;
/** Needs a day of which a supplier gets a notice of its own; further ones come in the digest only. */
export const MAX_NOTICES_A_DAY = 20;
/** Suppliers looked at: many of the best may have no members yet. */
const MAX_LOOKED_AT = 200;
/** Open needs of a buyer that are told when staff have verified it. */
const MAX_NEEDS_OF_BUYER = 50;
const DAY_MS = 86_400_000;
const RESPONDERS = [MemberRole.OWNER, MemberRole.EDITOR];

/**
 * Tells suppliers of a need that fits what they offer, as soon as they may see it: the best {@link MAX_TOLD_OF_NEED} that
 * FIT, once each. Needs for invited suppliers are told by the invitation alone, those of an unverified buyer once staff
 * have verified it. What a supplier put out of its sight is not told. Row and notices are one transaction.
 */
@Injectable()
export class FittingNeedNotices implements RelayHandler {
  readonly consumer = FITTING_NEED_NOTICES;
  readonly batch = 10;

  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsReader,
    private readonly addressed: AddressedNeeds,
    private readonly finder: MatchFinder,
    private readonly exclusions: ExclusionsReader,
    private readonly told: FittingNeedNoticesRepository,
    private readonly memberships: Memberships,
    private readonly buyers: BuyerNames,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** One delivery that fails does not hold up the others, and comes again. */
  async handle(deliveries: readonly EventDelivery[]): Promise<readonly { id: string; reason: string }[]> {
    const failed: { id: string; reason: string }[] = [];
    for (const delivery of deliveries) {
      try {
        for (const needId of await this.needsOf(delivery)) await this.tellOf(needId);
      } catch (error) {
        failed.push({ id: delivery.id, reason: String(error) });
      }
    }
    return failed;
  }

  private async needsOf({ aggregateType, aggregateId }: EventDelivery): Promise<string[]> {
    if (aggregateType !== 'Organization') return [aggregateId];
    const open = await this.needs.openOf([aggregateId], MAX_NEEDS_OF_BUYER, this.clock.now());
    return open.map(({ need }) => need.id);
  }

  private async tellOf(needId: string): Promise<void> {
    const fitting = await this.suppliersFitting(needId);
    if (fitting.length === 0) return;
    await this.transactions.run(async () => {
      await this.told.lockTelling();
      const need = await this.needs.lock(needId);
      if (!need || !this.isToBeTold(need)) return;
      const before = await this.told.toldOf(needId);
      const may = await this.mayBeTold(need, fitting);
      const fresh = fitting
        .filter((id) => may(id) && !before.has(id))
        .slice(0, Math.max(0, MAX_TOLD_OF_NEED - before.size));
      await this.notify(need, fresh);
      await this.told.add(needId, fresh, this.clock.now());
    });
  }

  /** The suppliers that fit, best first; computed before anything is locked. */
  private async suppliersFitting(needId: string): Promise<string[]> {
    const stored = await this.needs.withLines(needId);
    if (!stored || !this.isToBeTold(stored.need)) return [];
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const { matches } = await this.finder.findMatches(
      describeNeed(stored.need, stored.lines, view),
      MAX_LOOKED_AT,
    );
    return matches
      .filter(({ fit }) => fit === MatchFit.FITS)
      .map(({ candidate }) => candidate.organizationId);
  }

  private isToBeTold(need: ProcurementNeed): boolean {
    return need.visibility !== NeedVisibility.INVITED_ONLY && need.openAt(this.clock.now());
  }

  /** As things stand now: the need addresses the supplier, and the supplier has not put it out of its sight. */
  private async mayBeTold(
    need: ProcurementNeed,
    organizationIds: readonly string[],
  ): Promise<(organizationId: string) => boolean> {
    const possible = new Set(
      await this.addressed.suppliersToTell(need.id, organizationIds, this.clock.now()),
    );
    const { needs } = await this.exclusions.findOutOfSight(organizationIds, [need.id]);
    return (id) => possible.has(id) && !needs.get(id)?.has(need.id);
  }

  private async notify(need: ProcurementNeed, organizationIds: readonly string[]): Promise<void> {
    if (organizationIds.length === 0) return;
    const dayAgo = new Date(this.clock.now().getTime() - DAY_MS);
    const counts = await this.told.countsSince(organizationIds, dayAgo);
    const interrupted = organizationIds.filter((id) => (counts.get(id) ?? 0) < MAX_NOTICES_A_DAY);
    const people = await this.memberships.peopleOf(interrupted, RESPONDERS);
    const buyer = await this.buyers.of(need);
    await this.notifier.tell(
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
