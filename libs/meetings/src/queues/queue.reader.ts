import { NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  type MatchmakingEvent,
  MatchmakingEventsReader,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import type { QueueSides } from './queue.policy.js';

/** A queue table with its event and its host. */
export interface HostedQueue extends QueueSides {
  readonly place: QueueTable;
  readonly event: MatchmakingEvent;
  readonly host: EventRegistration;
}

/** Reads queue tables together with what the policy needs. Every method throws NOT_FOUND when something is missing. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly tables: QueueTablesRepository,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
  ) {}

  async findQueue(tableId: string): Promise<HostedQueue> {
    return this.complete(await this.tables.findTable(tableId));
  }

  /** Locks the table until the transaction ends: its line changes one by one. */
  async lockQueue(tableId: string): Promise<HostedQueue> {
    return this.complete(await this.tables.lockTable(tableId));
  }

  /** A number as it is once its table is locked. */
  async lockNumber(numberId: string): Promise<HostedQueue & { readonly number: QueueNumber }> {
    const known = await this.tables.findNumber(numberId);
    if (!known) throw new NotFoundError();
    const queue = await this.lockQueue(known.queueTableId);
    const number = await this.tables.findNumber(numberId);
    if (!number) throw new NotFoundError();
    return { ...queue, number };
  }

  private async complete(place: QueueTable | null): Promise<HostedQueue> {
    const event = place && (await this.events.findEvent(place.eventId));
    const host = place && (await this.registrations.findRegistration(place.registrationId));
    if (!place || !event || !host) throw new NotFoundError();
    return { place, event, host, hostId: host.organizationId };
  }
}
