import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';

/** Finds a registration with its event, for the platform itself: nothing here asks who is looking. */
@Injectable()
export class RegistrationLookup {
  constructor(
    private readonly registrations: EventRegistrationsRepository,
    private readonly events: MatchmakingEventsRepository,
  ) {}

  /** The two, or null when one of them is gone. */
  async find(id: string): Promise<{ registration: EventRegistration; event: MatchmakingEvent } | null> {
    const registration = await this.registrations.find(id);
    const event = registration && (await this.events.find(registration.eventId));
    return event ? { registration, event } : null;
  }
}
