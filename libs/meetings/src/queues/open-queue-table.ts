import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { EventRegistrationsReader, OwnEventsService, RegistrationState } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { otherSide } from '../booking/meeting-participants.js';
import { QueueTable } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import { QueueTableTakenError } from './queue.errors.js';
import { CloseQueueTablePayload, OpenQueueTablePayload, type OpenQueueTableResult } from './queue.results.js';

/** A queue table as it is wanted; the caller acts for `organizationId`. */
export interface WantedQueueTable {
  readonly eventId: string;
  readonly organizationId: string;
  readonly registrationId: string;
  readonly label: string;
  readonly minutesEach: number;
}

/** Those who organize an event open tables at which one talks by call number, and close them. */
@Injectable()
export class OpenQueueTable {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly registrations: EventRegistrationsReader,
    private readonly tables: QueueTablesRepository,
    private readonly clock: Clock,
  ) {}

  /** Opens it; the same label of the same participant is the same table, with its numbers. */
  open(viewer: Viewer, wish: WantedQueueTable): Promise<OpenQueueTableResult> {
    const { eventId, organizationId, registrationId, label, minutesEach } = wish;
    return this.transactions.run(async () => {
      // The event is kept from others, so that two do not open the same label at once.
      const event = await this.own.lockEvent(viewer, { id: eventId, organizationId });
      if (event.cancelledAt) throw new NotFoundError();
      await this.checkHost(eventId, registrationId);
      const known = await this.tables.labelled(eventId, label);
      if (known && known.registrationId !== registrationId) return new QueueTableTakenError();
      if (known) {
        Object.assign(known, { open: true, minutesEach });
        await this.tables.save(known);
        return new OpenQueueTablePayload(known);
      }
      const place = Object.assign(new QueueTable(), {
        id: newId(),
        eventId,
        registrationId,
        label,
        minutesEach,
        open: true,
        lastNumber: 0,
        createdAt: this.clock.now(),
      });
      await this.tables.insert(place);
      return new OpenQueueTablePayload(place);
    });
  }

  /** No more numbers are drawn; those that wait are still called. Twice is once. */
  close(viewer: Viewer, of: { tableId: string; organizationId: string }): Promise<CloseQueueTable> {
    return this.transactions.run(async () => {
      const place = await this.tables.lock(of.tableId);
      if (!place) throw new NotFoundError();
      await this.own.shareEvent(viewer, { id: place.eventId, organizationId: of.organizationId });
      if (place.open) {
        place.open = false;
        await this.tables.save(place);
      }
      return new CloseQueueTablePayload(place);
    });
  }

  /** Only a confirmed buyer or supplier of the event has a table. */
  private async checkHost(eventId: string, registrationId: string): Promise<void> {
    const host = await this.registrations.findRegistration(registrationId);
    if (host?.eventId !== eventId) throw new NotFoundError();
    if (host.state !== RegistrationState.CONFIRMED || otherSide(host.role) === null)
      throw new BadInputError('QUEUE_TABLE_HOST', {}, ['input.registrationId']);
  }
}

type CloseQueueTable = InstanceType<typeof CloseQueueTablePayload>;
