import { NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  MatchmakingEventsReader,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { Meeting } from './meeting.entity.js';
import type { MeetingSides } from './meeting.policy.js';

/** Finds whose a meeting is. */
@Injectable()
export class MeetingSidesReader {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
  ) {}

  /** The event and the organizations of the two sides; throws NOT_FOUND when the event is gone. */
  async of(
    meeting: Meeting,
  ): Promise<MeetingSides & { readonly registrations: readonly EventRegistration[] }> {
    const event = await this.events.findEvent(meeting.eventId);
    if (!event) throw new NotFoundError();
    const sides = await this.registrations.findRegistrations([
      meeting.buyerRegistrationId,
      meeting.supplierRegistrationId,
    ]);
    return {
      event,
      provisional: meeting.provisional,
      registrations: sides,
      organizationIds: sides.map(({ organizationId }) => organizationId),
    };
  }
}
