import type { DomainEvent } from '@app/database';
import type { SchedulingRun } from './scheduling-run.entity.js';

/** The scheduler was sent to work for an event, or has ended. */
export function schedulingHappened(
  type: 'SchedulingStarted' | 'SchedulingEnded',
  { id, eventId }: Pick<SchedulingRun, 'id' | 'eventId'>,
): DomainEvent {
  return { type, aggregateType: 'SchedulingRun', aggregateId: id, ids: { eventId } };
}
