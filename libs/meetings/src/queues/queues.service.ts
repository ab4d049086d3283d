import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import {
  EventRegistrationsReader,
  MatchmakingEventsReader,
  maySeeEvent,
  OwnEventsService,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { otherSide } from '../booking/meeting.policy.js';
import { type QueueNumber, QueueTable } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import { CloseQueueTablePayload, OpenQueueTablePayload, type OpenQueueTableResult } from './queue.graphql.js';
import { mayReadQueue } from './queue.policy.js';
import { QueueReader } from './queue.reader.js';
import { QueueTableTakenError } from './queue.texts.js';

/** A queue table to be opened; the caller acts for `organizationId`. */
export interface WantedQueueTable {
  readonly eventId: string;
  readonly organizationId: string;
  readonly registrationId: string;
  readonly label: string;
  /** Expected length of a talk, in minutes. */
  readonly minutesEach: number;
}

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

interface ActingAtEvent {
  readonly eventId: string;
  readonly organizationId: string;
}

/** Organizers open and close queue tables. Hosts and organizers see the line, participants the tables and their own numbers. */
@Injectable()
export class QueuesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly sides: MeetingSidesReader,
    private readonly tables: QueueTablesRepository,
    private readonly queues: QueueReader,
    private readonly clock: Clock,
  ) {}

  /** The tables of an event, for members of its organizers and of confirmed participants; an empty list for others. */
  async findEventTables(viewer: Viewer, { eventId, organizationId }: ActingAtEvent): Promise<QueueTable[]> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const concerned =
      event.organizedBy(organizationId) || (await this.sides.findParticipant(eventId, organizationId));
    return concerned ? this.tables.findEventTables(eventId) : [];
  }

  /** The line of a table, for members of its host and of the organizers. */
  async findLine(viewer: Viewer, tableId: string, wish: PageWish): Promise<Connection<QueueNumber>> {
    if (!mayReadQueue(viewer, await this.queues.findQueue(tableId))) throw new NotFoundError();
    return this.tables.findLinePage(tableId, wish);
  }

  /** The numbers that an organization drew at an event, the latest first, for its members. */
  async findDrawnNumbers(
    viewer: Viewer,
    { eventId, organizationId }: ActingAtEvent,
    wish: PageWish,
  ): Promise<Connection<QueueNumber>> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return this.tables.findDrawnPage(registration.id, wish);
  }

  /** Opens a table. The same label of the same participant opens the same table again, with its numbers. */
  openTable(viewer: Viewer, wish: WantedQueueTable): Promise<OpenQueueTableResult> {
    const { eventId, organizationId, registrationId, label, minutesEach } = wish;
    return this.transactions.run(async () => {
      // The lock keeps two callers from opening the same label at once.
      const event = await this.own.lockEvent(viewer, { id: eventId, organizationId });
      if (event.cancelledAt) throw new NotFoundError();
      await this.checkHost(eventId, registrationId);
      const known = await this.tables.findTableByLabel(eventId, label);
      if (known && known.registrationId !== registrationId) return new QueueTableTakenError();
      if (known) {
        known.reopen(minutesEach);
        await this.tables.saveTable(known);
        return new OpenQueueTablePayload(known);
      }
      const place = QueueTable.create({ eventId, registrationId, label, minutesEach }, this.clock.now());
      await this.tables.insertTable(place);
      return new OpenQueueTablePayload(place);
    });
  }

  /** Closes a table: nobody can draw, and waiting numbers are still called. A second call changes nothing. */
  closeTable(
    viewer: Viewer,
    { tableId, organizationId }: { tableId: string; organizationId: string },
  ): Promise<InstanceType<typeof CloseQueueTablePayload>> {
    return this.transactions.run(async () => {
      const place = await this.tables.lockTable(tableId);
      if (!place) throw new NotFoundError();
      await this.own.shareEvent(viewer, { id: place.eventId, organizationId });
      if (place.open) {
        place.close();
        await this.tables.saveTable(place);
      }
      return new CloseQueueTablePayload(place);
    });
  }

  /** Only a confirmed buyer or supplier of the event can have a table. */
  private async checkHost(eventId: string, registrationId: string): Promise<void> {
    const host = await this.registrations.findRegistration(registrationId);
    if (host?.eventId !== eventId) throw new NotFoundError();
    if (host.state !== RegistrationState.CONFIRMED || otherSide(host.role) === null)
      throw new BadInputError('QUEUE_TABLE_HOST', {}, ['input.registrationId']);
  }
}
