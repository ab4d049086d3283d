import { NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  type MatchmakingEvent,
  MatchmakingEventsReader,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { QueueSides } from './queue.policy.js';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';

/** A queue table with its event and whose it is. */
export interface QueueCase extends QueueSides {
  readonly place: QueueTable;
  readonly event: MatchmakingEvent;
  readonly host: EventRegistration;
}

/** Finds queue tables with what decides who may do what at them. */
@Injectable()
export class QueueCases {
  constructor(
    readonly tables: QueueTablesRepository,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
  ) {}

  /** A table; throws NOT_FOUND without it. */
  async of(tableId: string): Promise<QueueCase> {
    return this.whole(await this.tables.find(tableId));
  }

  /** A table, kept from others until the transaction ends: its line changes one by one. */
  async lock(tableId: string): Promise<QueueCase> {
    return this.whole(await this.tables.lock(tableId));
  }

  /** A number whose table is kept from others, as it stands then. */
  async lockNumber(numberId: string): Promise<QueueCase & { readonly number: QueueNumber }> {
    const known = await this.tables.findNumber(numberId);
    if (!known) throw new NotFoundError();
    const found = await this.lock(known.queueTableId);
    const number = await this.tables.findNumber(numberId);
    if (!number) throw new NotFoundError();
    return { ...found, number };
  }

  /** A registration; null when there is none. */
  registration(id: string): Promise<EventRegistration | null> {
    return this.registrations.findRegistration(id);
  }

  /** Who drew a number; throws NOT_FOUND when the registration is gone. */
  async drawnBy({ registrationId }: QueueNumber): Promise<EventRegistration> {
    const registration = await this.registrations.findRegistration(registrationId);
    if (!registration) throw new NotFoundError();
    return registration;
  }

  private async whole(place: QueueTable | null): Promise<QueueCase> {
    const event = place && (await this.events.findEvent(place.eventId));
    const host = place && (await this.registrations.findRegistration(place.registrationId));
    if (!place || !event || !host) throw new NotFoundError();
    return { place, event, host, hostId: host.organizationId };
  }
}
