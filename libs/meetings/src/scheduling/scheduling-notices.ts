import { declareEventConsumer, type EventDelivery, Transactions } from '@app/database';
import { MemberRole, Memberships } from '@app/identity';
import { MatchmakingEventsReader } from '@app/matchmaking-events';
import { defineNotice, type Notice, NoticeConsumer, NotificationKind, Notifier } from '@app/notifications';
import { Injectable } from '@nestjs/common';
import { SchedulingRunsRepository } from './scheduling-runs.repository.js';
import { SchedulingState } from './scheduling.enums.js';

defineNotice('NOTICE_SCHEDULING_FAILED', {
  title: { zh: '自动排程未完成', en: 'The scheduler came to nothing' },
  text: {
    zh: '“{event}”的自动排程未能完成，原有安排未受影响。原因见活动的洽谈页，请重新开始。',
    en: 'The scheduler has made no schedule for “{event}”; the one before stands. The meetings page says why. Please start again.',
  },
});

/** Name of the deliveries of notices about runs of the scheduler. */
export const SCHEDULING_NOTICES = 'scheduling-notices';

declareEventConsumer({ name: SCHEDULING_NOTICES, types: ['SchedulingEnded'] });

/** Tells owners and editors of those who organize an event that a run came to nothing: they may have stopped watching. */
@Injectable()
export class SchedulingNotices extends NoticeConsumer {
  readonly consumer = SCHEDULING_NOTICES;

  constructor(
    transactions: Transactions,
    notifier: Notifier,
    private readonly runs: SchedulingRunsRepository,
    private readonly events: MatchmakingEventsReader,
    private readonly memberships: Memberships,
  ) {
    super(transactions, notifier);
  }

  /** However often it is delivered, a run is told of once. */
  protected async noticesOf({ aggregateId }: EventDelivery): Promise<Notice[]> {
    const run = await this.runs.findRun(aggregateId);
    const event = run?.state === SchedulingState.FAILED && (await this.events.findEvent(run.eventId));
    if (!event || event.cancelledAt) return [];
    const houses = [event.organizationId, ...event.coOrganizerIds];
    const members = await this.memberships.peopleOf(houses, [MemberRole.OWNER, MemberRole.EDITOR]);
    return members.map(({ userId, organizationId }) => ({
      userIds: [userId],
      kind: NotificationKind.SCHEDULING_FAILED,
      code: 'NOTICE_SCHEDULING_FAILED',
      params: { event: event.title },
      target: { type: 'MatchmakingEvent', key: event.id },
      organizationId,
      origin: `scheduling-failed:${aggregateId}`,
    }));
  }
}
