import type { DomainEvent } from '@app/database';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';

/** A number was called, or called again. */
export function queueNumberCalled({ eventId }: QueueTable, { id, queueTableId }: QueueNumber): DomainEvent {
  return {
    type: 'QueueNumberCalled',
    aggregateType: 'QueueNumber',
    aggregateId: id,
    ids: { eventId, queueTableId },
  };
}
