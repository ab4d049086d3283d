import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeEvent, mayReadDesk } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository, type RegistrationFilter } from './event-registrations.repository.js';
import { maySeeRegistration } from './registration.policy.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Reading registrations: organizers all of their events, members those of their organization. */
@Injectable()
export class EventRegistrationsService {
  constructor(
    private readonly events: MatchmakingEventsRepository,
    private readonly registrations: EventRegistrationsRepository,
  ) {}

  /** A registration if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<EventRegistration | null> {
    const registration = await this.registrations.find(id);
    const event = registration && (await this.events.find(registration.eventId));
    return event && maySeeRegistration(viewer, registration, event) ? registration : null;
  }

  /** A page of an event's registrations; throws FORBIDDEN for those who do not organize it. */
  async ofEvent(
    viewer: Viewer,
    filter: RegistrationFilter & { eventId: string },
    wish: PageWish,
  ): Promise<Connection<EventRegistration>> {
    const event = await this.events.find(filter.eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.registrations.page(filter, wish);
  }

  /** A page of an organization's registrations, for its members. */
  ofOrganization(
    viewer: Viewer,
    filter: RegistrationFilter & { organizationId: string },
    wish: PageWish,
  ): Promise<Connection<EventRegistration>> {
    if (!viewer.memberOf(filter.organizationId)) throw new ForbiddenError();
    return this.registrations.page(filter, wish);
  }
}
