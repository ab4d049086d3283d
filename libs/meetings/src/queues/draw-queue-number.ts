import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError } from '@app/kernel';
import {
  allowRegistering,
  type EventRegistration,
  EventState,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { areTwoSides, MeetingParticipants } from '../booking/meeting-participants.js';
import { type QueueCase, QueueCases } from './queue-cases.js';
import { QueueNumber } from './queue-table.entity.js';
import { QueueNumberState } from './queue.enums.js';
import { QueueClosedError, QueueNumberStateError, QueueOtherSideError } from './queue.errors.js';
import { allowGivingBack } from './queue.policy.js';
import {
  DrawQueueNumberPayload,
  type DrawQueueNumberResult,
  GiveBackQueueNumberPayload,
  type GiveBackQueueNumberResult,
} from './queue.results.js';

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
      const { place, host } = found;
      const drawing = await this.participants.confirmed(place.eventId, organizationId);
      if (!drawing) throw new NotFoundError();
      if (!areTwoSides(drawing, host)) return new QueueOtherSideError();
      const known = await this.cases.tables.liveOf(place.id, drawing.id);
      if (known) return new DrawQueueNumberPayload(known);
      if (!this.givesNumbers(found)) return new QueueClosedError();
      return new DrawQueueNumberPayload(await this.next(found, drawing));
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
