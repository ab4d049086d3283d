import { DomainEvents } from '@app/database';
import { Clock } from '@app/kernel';
import {
  type EventFollower,
  EventFollowerRegistry,
  type EventMove,
  EventRegistrationsReader,
  type OutsideEvent,
} from '@app/matchmaking-events';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MeetingGridsRepository } from '../grid/meeting-grids.repository.js';
import { meetingHappened } from './meeting.events.js';
import { MeetingsRepository } from './meetings.repository.js';

/**
 * Moves slots, and with them meetings, absences and requests, along with their event. No notice is sent for these meetings:
 * the notice of the event's new time is enough.
 */
@Injectable()
export class EventMoveHandler implements EventFollower, OnModuleInit {
  constructor(
    private readonly followers: EventFollowerRegistry,
    private readonly registrations: EventRegistrationsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.registerFollower(this);
  }

  /** Part of the running transaction, in which the event is locked. Bookings at the event wait until it ends. */
  async followEvent({ event, shiftMs, cancelOutside }: EventMove): Promise<OutsideEvent> {
    const slots = await this.grids.findAllSlots(event.id);
    if (slots.length === 0) return { slots: 0, meetings: 0 };
    const confirmed = await this.registrations.findConfirmedRegistrations(event.id);
    await this.meetings.lockBookingKeys([...slots, ...confirmed].map(({ id }) => id));
    const outside = new Set(
      slots
        .filter(
          ({ startsAt, endsAt }) =>
            +startsAt + shiftMs < +event.startsAt || +endsAt + shiftMs > +event.endsAt,
        )
        .map(({ id }) => id),
    );
    const there = (await this.meetings.findUncancelledMeetings(event.id)).filter(({ slotId }) =>
      outside.has(slotId),
    );
    const meetings = (await this.meetings.lockMeetings(there.map(({ id }) => id))).filter(
      ({ standing }) => standing,
    );
    const agreed = meetings.filter(({ provisional }) => !provisional);
    // A slot that only documents a cancelled or past meeting does not count.
    const used = await this.grids.findUsedSlotIds([...outside]);
    const unused = [...outside].filter((id) => !used.has(id));
    const concerned = {
      slots: new Set([...unused, ...meetings.map(({ slotId }) => slotId)]).size,
      meetings: agreed.length,
    };
    if (concerned.slots > 0 && !cancelOutside) return concerned;
    await this.grids.discardProvisionalMeetings([...outside], []);
    for (const meeting of agreed) meeting.cancel(null, this.clock.now());
    await this.meetings.saveMeetings(...agreed);
    await this.events.record(...agreed.map((meeting) => meetingHappened('MeetingCancelled', meeting)));
    await this.grids.removeUnusedSlots([...outside]);
    if (shiftMs !== 0) await this.grids.shiftSlots(event.id, shiftMs);
    return concerned;
  }
}
