import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import {
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  maySeeEvent,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import type { MeetingRequest } from './meeting-request.entity.js';
import { MeetingRequestsRepository } from './meeting-requests.repository.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** Reading meetings: organizers all of their events, participants their own. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly meetings: MeetingsRepository,
    private readonly requests: MeetingRequestsRepository,
  ) {}

  /** All meetings of an event; throws FORBIDDEN for those who do not organize it. */
  async ofEvent(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<Meeting>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.meetings.page({ eventId }, wish);
  }

  /** The meetings of an organization at an event, for its members. */
  async ofParticipant(
    viewer: Viewer,
    { eventId, organizationId }: { eventId: string; organizationId: string },
    wish: PageWish,
  ): Promise<Connection<Meeting>> {
    return this.meetings.page(
      { eventId, registrationId: await this.registered(viewer, eventId, organizationId) },
      wish,
    );
  }

  /** What an organization has asked for at an event and was asked for, for its members. */
  async requestsOf(
    viewer: Viewer,
    { eventId, organizationId }: { eventId: string; organizationId: string },
    wish: PageWish,
  ): Promise<Connection<MeetingRequest>> {
    return this.requests.page(await this.registered(viewer, eventId, organizationId), wish);
  }

  private async registered(viewer: Viewer, eventId: string, organizationId: string): Promise<string> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.registrations.findActiveRegistration(eventId, organizationId);
    if (!registration) throw new NotFoundError();
    return registration.id;
  }
}
