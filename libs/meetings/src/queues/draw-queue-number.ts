import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import {
  allowRegistering,
  type EventRegistration,
  EventState,
  RegistrationState,
  TicketHolders,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { areTwoSides, MeetingParticipants } from '../booking/meeting-participants.js';
import { type QueueCase, QueueCases } from './queue-cases.js';
import { QueueNumber } from './queue-table.entity.js';
import { QueueNumberState } from './queue.enums.js';
import {
  QueueClosedError,
  QueueNumberStateError,
  QueueOtherSideError,
  QueueTicketError,
} from './queue.errors.js';
import { allowDrawingForOthers, allowGivingBack } from './queue.policy.js';
import {
  DrawQueueNumberForPayload,
  type DrawQueueNumberForResult,
  DrawQueueNumberPayload,
  type DrawQueueNumberResult,
  GiveBackQueueNumberPayload,
  type GiveBackQueueNumberResult,
} from './queue.results.js';

/** For whom a number is drawn: a registration, or whoever shows a ticket; one of the two. */
interface DrawnFor {
  readonly registrationId: string | null;
  readonly ticket: string | null;
}

/** At such an event numbers are neither drawn nor waited for. */
const OVER: readonly EventState[] = [EventState.FINISHED, EventState.CANCELLED];

/**
 * A participant draws a number at a table of the other side. Drawing locks the table, so that those who draw at once get
 * numbers one after another; the keys of the table of numbers would refuse a number given twice.
 */
@Injectable()
export class DrawQueueNumber {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: QueueCases,
    private readonly participants: MeetingParticipants,
    private readonly tickets: TicketHolders,
    private readonly clock: Clock,
  ) {}

  /** Gives the participant's number that waits or is called, or a new one. Throws NOT_FOUND for who is not at the event. */
  draw(
    viewer: Viewer,
    { tableId, organizationId }: { tableId: string; organizationId: string },
  ): Promise<DrawQueueNumberResult> {
    allowRegistering(viewer, organizationId);
    return this.transactions.run(async () => {
      const found = await this.cases.lock(tableId);
      const drawing = await this.participants.confirmed(found.place.eventId, organizationId);
      if (!drawing) throw new NotFoundError();
      const drawn = await this.numberOf(found, drawing);
      return drawn instanceof QueueNumber ? new DrawQueueNumberPayload(drawn) : drawn;
    });
  }

  /** Organizers draw for somebody at the event: by registration, or by the ticket that is shown. */
  drawFor(
    viewer: Viewer,
    { tableId, organizationId, ...whom }: { tableId: string; organizationId: string } & DrawnFor,
  ): Promise<DrawQueueNumberForResult> {
    if ((whom.registrationId === null) === (whom.ticket === null))
      throw new BadInputError('QUEUE_FOR_WHOM', {}, ['input']);
    return this.transactions.run(async () => {
      const found = await this.cases.lock(tableId);
      allowDrawingForOthers(viewer, found, organizationId);
      const { eventId } = found.place;
      const id =
        whom.registrationId ??
        (await this.tickets.findRegistrationByTicket(eventId, whom.ticket ?? '')) ??
        null;
      const drawing = id === null ? null : await this.cases.registration(id);
      const present = drawing?.eventId === eventId && drawing.state === RegistrationState.CONFIRMED;
      if (!present && whom.ticket !== null) return new QueueTicketError();
      if (!drawing || !present) throw new NotFoundError();
      const drawn = await this.numberOf(found, drawing);
      return drawn instanceof QueueNumber ? new DrawQueueNumberForPayload(drawn) : drawn;
    });
  }

  /** Lets others go ahead. Twice is once. */
  giveBack(
    viewer: Viewer,
    { numberId, organizationId }: { numberId: string; organizationId: string },
  ): Promise<GiveBackQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number } = await this.cases.lockNumber(numberId);
      allowGivingBack(viewer, await this.cases.drawnBy(number), organizationId);
      if (number.state === QueueNumberState.GIVEN_BACK) return new GiveBackQueueNumberPayload(number);
      if (!number.live) return new QueueNumberStateError(number.state);
      number.giveBack(this.clock.now());
      await this.cases.tables.saveNumber(number);
      return new GiveBackQueueNumberPayload(number);
    });
  }

  /** The number of a participant that waits or is called, or the next one. */
  private async numberOf(
    found: QueueCase,
    drawing: EventRegistration,
  ): Promise<QueueNumber | QueueOtherSideError | QueueClosedError> {
    if (!areTwoSides(drawing, found.host)) return new QueueOtherSideError();
    const known = await this.cases.tables.liveOf(found.place.id, drawing.id);
    if (known) return known;
    return this.givesNumbers(found) ? this.next(found, drawing) : new QueueClosedError();
  }

  private givesNumbers({ place, event, host }: QueueCase): boolean {
    const over = OVER.includes(event.stateAt(this.clock.now()));
    return place.open && host.state === RegistrationState.CONFIRMED && !over;
  }

  private async next({ place }: QueueCase, { id: registrationId }: EventRegistration): Promise<QueueNumber> {
    const number = Object.assign(new QueueNumber(), {
      id: newId(),
      queueTableId: place.id,
      registrationId,
      number: place.take(),
      state: QueueNumberState.WAITING,
      calls: 0,
      drawnAt: this.clock.now(),
      calledAt: null,
      endedAt: null,
    });
    await this.cases.tables.save(place);
    await this.cases.tables.insertNumber(number);
    return number;
  }
}
