import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  maySeeEvent,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingParticipants, otherSide } from '../booking/meeting-participants.js';
import type { MeetingWish } from './meeting-wish.entity.js';
import type { MeetingPartnerType } from './meeting-wish.type.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

/** An organization at an event. */
export interface ParticipantKey {
  readonly eventId: string;
  readonly organizationId: string;
}

/** Reading wishes: organizers all of their events, participants their own and those for them, never a NO of the others. */
@Injectable()
export class MeetingWishesService {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly participants: MeetingParticipants,
    private readonly wishes: MeetingWishesRepository,
  ) {}

  /** All wishes of an event; throws FORBIDDEN for those who do not organize it. */
  async ofEvent(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<MeetingWish>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.wishes.page({ eventId }, wish);
  }

  /** What a participant wishes, for its members. */
  async own(viewer: Viewer, key: ParticipantKey, wish: PageWish): Promise<Connection<MeetingWish>> {
    const { id } = await this.participant(viewer, key);
    return this.wishes.page({ fromRegistrationId: id }, wish);
  }

  /** Who wishes to meet a participant, for its members. */
  async received(viewer: Viewer, key: ParticipantKey, wish: PageWish): Promise<Connection<MeetingWish>> {
    const { id } = await this.participant(viewer, key);
    return this.wishes.page({ toRegistrationId: id }, wish);
  }

  /** The participants of the other side, narrowed to part of a name, for members of a participant. */
  async partners(
    viewer: Viewer,
    key: ParticipantKey,
    wish: PageWish & { readonly name?: string | null },
  ): Promise<Connection<MeetingPartnerType>> {
    const asking = await this.participant(viewer, key);
    const page = await this.registrations.findRegistrationPage(
      {
        eventId: key.eventId,
        role: otherSide(asking.role),
        states: [RegistrationState.CONFIRMED],
        name: wish.name?.trim(),
      },
      wish,
    );
    const partner = (registration: EventRegistration) => ({ registration, askingId: asking.id });
    return {
      edges: page.edges.map(({ node, cursor }) => ({ node: partner(node), cursor })),
      pageInfo: page.pageInfo,
      get totalCount() {
        return page.totalCount;
      },
    };
  }

  /** The confirmed place of the viewer's organization; throws FORBIDDEN for others, NOT_FOUND without a place as buyer or supplier. */
  async participant(viewer: Viewer, { eventId, organizationId }: ParticipantKey): Promise<EventRegistration> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.participants.confirmed(eventId, organizationId);
    if (!registration || otherSide(registration.role) === null) throw new NotFoundError();
    return registration;
  }
}
