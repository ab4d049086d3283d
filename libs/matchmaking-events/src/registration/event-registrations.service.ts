import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { maySeeEvent, mayReadDesk } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import type { EventRegistration, EventRepresentative } from './event-registration.entity.js';
import { EventRegistrationsRepository, type RegistrationFilter } from './event-registrations.repository.js';
import { EventRepresentativesRepository } from './event-representatives.repository.js';
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
    private readonly representatives: EventRepresentativesRepository,
  ) {}

  /** A registration if the viewer may see it. */
  async findRegistration(viewer: Viewer, id: string): Promise<EventRegistration | null> {
    const registration = await this.registrations.findRegistration(id);
    const event = registration && (await this.events.findEvent(registration.eventId));
    return event && maySeeRegistration(viewer, registration, event) ? registration : null;
  }

  /** A page of an event's registrations; throws FORBIDDEN for those who do not organize it. */
  async findEventRegistrations(
    viewer: Viewer,
    filter: RegistrationFilter & { eventId: string },
    wish: PageWish,
  ): Promise<Connection<EventRegistration>> {
    await this.desk(viewer, filter.eventId);
    return this.registrations.findRegistrationPage(filter, wish);
  }

  /** A page of the representatives with a place, for members of those who organize the event. */
  async findAttendees(
    viewer: Viewer,
    eventId: string,
    wish: PageWish,
  ): Promise<Connection<EventRepresentative>> {
    await this.desk(viewer, eventId);
    return this.representatives.findExpectedPage(eventId, wish);
  }

  /** A page of an organization's registrations, for its members. */
  findOrganizationRegistrations(
    viewer: Viewer,
    filter: RegistrationFilter & { organizationId: string },
    wish: PageWish,
  ): Promise<Connection<EventRegistration>> {
    if (!viewer.memberOf(filter.organizationId)) throw new ForbiddenError();
    return this.registrations.findRegistrationPage(filter, wish);
  }

  /** A page of the caller's registrations as a visitor on their own. */
  async findVisits(
    viewer: Viewer,
    eventId: string | undefined,
    wish: PageWish,
  ): Promise<Connection<EventRegistration>> {
    return this.registrations.findRegistrationPage({ visitorId: viewer.requireUserId(), eventId }, wish);
  }

  private async desk(viewer: Viewer, eventId: string): Promise<void> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
  }
}
