import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { EventRegistrationsReader, MatchmakingEventsReader, maySeeEvent } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingParticipants } from '../booking/meeting-participants.js';
import { QueueCases } from './queue-cases.js';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import { mayReadQueue } from './queue.policy.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

interface AskedFor {
  readonly eventId: string;
  readonly organizationId: string;
}

/** Reading queue tables: participants and organizers see the tables, who calls sees the line, who waits its own numbers. */
@Injectable()
export class QueuesService {
  constructor(
    private readonly cases: QueueCases,
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly participants: MeetingParticipants,
  ) {}

  /** The tables of an event, for members of its organizers and of confirmed participants; others learn of none. */
  async tablesOf(viewer: Viewer, { eventId, organizationId }: AskedFor): Promise<QueueTable[]> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const concerned =
      event.organizedBy(organizationId) || (await this.participants.confirmed(eventId, organizationId));
    return concerned ? this.cases.tables.ofEvent(eventId) : [];
  }

  /** The line of a table, for members of whose table it is and of those who organize the event. */
  async lineOf(viewer: Viewer, tableId: string, wish: PageWish): Promise<Connection<QueueNumber>> {
    if (!mayReadQueue(viewer, await this.cases.of(tableId))) throw new NotFoundError();
    return this.cases.tables.pageAt(tableId, wish);
  }

  /** What an organization drew at an event, the latest first, for its members. */
  async drawnBy(
    viewer: Viewer,
    { eventId, organizationId }: AskedFor,
    wish: PageWish,
  ): Promise<Connection<QueueNumber>> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return this.cases.tables.pageOf(registration.id, wish);
  }
}
