import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, NotFoundError } from '@app/kernel';
import {
  allowRegistering,
  type EventRegistration,
  EventRegistrationsReader,
  EventState,
  RegistrationState,
  CheckInService,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { areTwoSides } from '../booking/meeting.policy.js';
import { QueueNumber, QueueNumberState, type QueueTable } from './queue-table.entity.js';
import { QueueTablesRepository } from './queue-tables.repository.js';
import {
  CallNextQueueNumberPayload,
  type CallNextQueueNumberResult,
  DrawQueueNumberForPayload,
  type DrawQueueNumberForResult,
  DrawQueueNumberPayload,
  type DrawQueueNumberResult,
  FinishQueueNumberPayload,
  type FinishQueueNumberResult,
  GiveBackQueueNumberPayload,
  type GiveBackQueueNumberResult,
  RecallQueueNumberPayload,
  type RecallQueueNumberResult,
} from './queue.graphql.js';
import { allowCalling, allowDrawingForOthers, allowGivingBack } from './queue.policy.js';
import { type HostedQueue, QueueReader } from './queue.reader.js';
import {
  QueueBusyError,
  QueueClosedError,
  QueueEmptyError,
  QueueNumberStateError,
  QueueOtherSideError,
  QueueTicketError,
} from './queue.texts.js';

/** A queue table; the caller acts for `organizationId`. */
export interface QueueTableStep {
  readonly tableId: string;
  readonly organizationId: string;
}

/** A call number; the caller acts for `organizationId`. */
export interface QueueStep {
  readonly numberId: string;
  readonly organizationId: string;
}

/** The participant for whom a number is drawn: by registration or by ticket, one of the two. */
interface DrawnFor {
  readonly registrationId: string | null;
  readonly ticket: string | null;
}

/** States of an event in which nobody draws numbers. */
const OVER: readonly EventState[] = [EventState.FINISHED, EventState.CANCELLED];

/**
 * Participants draw numbers at a table of the other side; the host of the table or an organizer calls them. Every change
 * locks the table, so that calls at the same moment run one after the other. Unique keys guard the rest.
 */
@Injectable()
export class QueueNumbersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queues: QueueReader,
    private readonly tables: QueueTablesRepository,
    private readonly registrations: EventRegistrationsReader,
    private readonly sides: MeetingSidesReader,
    private readonly tickets: CheckInService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Returns the participant's live number or a new one. Throws NOT_FOUND for an organization that is not at the event. */
  drawNumber(viewer: Viewer, { tableId, organizationId }: QueueTableStep): Promise<DrawQueueNumberResult> {
    allowRegistering(viewer, organizationId);
    return this.transactions.run(async () => {
      const queue = await this.queues.lockQueue(tableId);
      const drawing = await this.sides.findParticipant(queue.place.eventId, organizationId);
      if (!drawing) throw new NotFoundError();
      const drawn = await this.numberOf(queue, drawing);
      return drawn instanceof QueueNumber ? new DrawQueueNumberPayload(drawn) : drawn;
    });
  }

  /** An organizer draws for a participant, by registration or by ticket. */
  drawNumberFor(
    viewer: Viewer,
    { tableId, organizationId, ...whom }: QueueTableStep & DrawnFor,
  ): Promise<DrawQueueNumberForResult> {
    if ((whom.registrationId === null) === (whom.ticket === null))
      throw new BadInputError('QUEUE_FOR_WHOM', {}, ['input']);
    return this.transactions.run(async () => {
      const queue = await this.queues.lockQueue(tableId);
      allowDrawingForOthers(viewer, queue, organizationId);
      const { eventId } = queue.place;
      const id =
        whom.registrationId ?? (await this.tickets.findRegistrationByTicket(eventId, whom.ticket ?? ''));
      const drawing = id ? await this.registrations.findRegistration(id) : null;
      const present = drawing?.eventId === eventId && drawing.state === RegistrationState.CONFIRMED;
      if (!present && whom.ticket !== null) return new QueueTicketError();
      if (!drawing || !present) throw new NotFoundError();
      const drawn = await this.numberOf(queue, drawing);
      return drawn instanceof QueueNumber ? new DrawQueueNumberForPayload(drawn) : drawn;
    });
  }

  /** Gives a number back. A second call changes nothing. */
  giveBackNumber(
    viewer: Viewer,
    { numberId, organizationId }: QueueStep,
  ): Promise<GiveBackQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number } = await this.queues.lockNumber(numberId);
      const drawnBy = await this.registrations.findRegistration(number.registrationId);
      if (!drawnBy) throw new NotFoundError();
      allowGivingBack(viewer, drawnBy, organizationId);
      if (number.state === QueueNumberState.GIVEN_BACK) return new GiveBackQueueNumberPayload(number);
      if (!number.live) return new QueueNumberStateError(number.state);
      number.giveBack(this.clock.now());
      await this.tables.saveNumber(number);
      return new GiveBackQueueNumberPayload(number);
    });
  }

  /** Calls the longest waiting number. While a number is called it returns that one, so a second tap skips nobody. */
  callNextNumber(
    viewer: Viewer,
    { tableId, organizationId }: QueueTableStep,
  ): Promise<CallNextQueueNumberResult> {
    return this.transactions.run(async () => {
      const queue = await this.queues.lockQueue(tableId);
      allowCalling(viewer, queue, organizationId);
      const called = await this.tables.findCalledNumber(tableId);
      if (called) return new CallNextQueueNumberPayload(called);
      const [first] = await this.tables.findWaitingNumbers(tableId, 1);
      if (!first) return new QueueEmptyError();
      await this.callNumber(queue.place, first);
      return new CallNextQueueNumberPayload(first);
    });
  }

  /** Calls the called number again, or one that was skipped when no other number is called. */
  recallNumber(viewer: Viewer, { numberId, organizationId }: QueueStep): Promise<RecallQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number, ...queue } = await this.queues.lockNumber(numberId);
      allowCalling(viewer, queue, organizationId);
      const { CALLED, SKIPPED } = QueueNumberState;
      if (number.state !== CALLED && number.state !== SKIPPED) return new QueueNumberStateError(number.state);
      const called = await this.tables.findCalledNumber(number.queueTableId);
      if (called && called.id !== number.id) return new QueueBusyError();
      const live = await this.tables.findLiveNumber(number.queueTableId, number.registrationId);
      // A skipped participant who drew a new number has another place in the line.
      if (live && live.id !== number.id) return new QueueNumberStateError(number.state);
      await this.callNumber(queue.place, number);
      return new RecallQueueNumberPayload(number);
    });
  }

  /** Ends the called number: the talk is over, or nobody came. A second call changes nothing. */
  finishNumber(
    viewer: Viewer,
    { numberId, organizationId, skipped }: QueueStep & { readonly skipped: boolean },
  ): Promise<FinishQueueNumberResult> {
    return this.transactions.run(async () => {
      const { number, ...queue } = await this.queues.lockNumber(numberId);
      allowCalling(viewer, queue, organizationId);
      const state = skipped ? QueueNumberState.SKIPPED : QueueNumberState.DONE;
      if (number.state === state) return new FinishQueueNumberPayload(number);
      if (number.state !== QueueNumberState.CALLED) return new QueueNumberStateError(number.state);
      number.finish(state, this.clock.now());
      await this.tables.saveNumber(number);
      return new FinishQueueNumberPayload(number);
    });
  }

  /** The live number of a participant at a table, or a new one. */
  private async numberOf(
    queue: HostedQueue,
    drawing: EventRegistration,
  ): Promise<QueueNumber | QueueOtherSideError | QueueClosedError> {
    const { place, event, host } = queue;
    if (!areTwoSides(drawing, host)) return new QueueOtherSideError();
    const live = await this.tables.findLiveNumber(place.id, drawing.id);
    if (live) return live;
    const over = OVER.includes(event.stateAt(this.clock.now()));
    if (!place.open || host.state !== RegistrationState.CONFIRMED || over) return new QueueClosedError();
    const number = place.draw(drawing.id, this.clock.now());
    await this.tables.saveTable(place);
    await this.tables.insertNumber(number);
    return number;
  }

  private async callNumber({ eventId }: QueueTable, number: QueueNumber): Promise<void> {
    number.call(this.clock.now());
    await this.tables.saveNumber(number);
    const { id, queueTableId } = number;
    await this.events.record({
      type: 'QueueNumberCalled',
      aggregateType: 'QueueNumber',
      aggregateId: id,
      ids: { eventId, queueTableId },
    });
  }
}
