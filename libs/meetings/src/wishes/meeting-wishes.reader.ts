import type { Viewer } from '@app/identity';
import { type Connection, ForbiddenError, NotFoundError } from '@app/kernel';
import { EventMatches, type MatchReader, MatchViews, type StoredPair } from '@app/matching';
import {
  type EventRegistration,
  EventRegistrationsReader,
  MatchmakingEventsReader,
  mayReadDesk,
  maySeeEvent,
  ParticipantRole,
  RegistrationState,
} from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingSidesReader } from '../booking/meeting-sides.reader.js';
import { otherSide } from '../booking/meeting.policy.js';
import type { MeetingWish } from './meeting-wish.entity.js';
import type { MeetingPartnerType, MeetingSuggestionType } from './meeting-wish.graphql.js';
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

/** Lists wishes, partners and suggestions. Organizers see all wishes; participants see their own and those for them, never a NO of others. */
@Injectable()
export class MeetingWishesReader {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly sides: MeetingSidesReader,
    private readonly wishes: MeetingWishesRepository,
    private readonly matches: EventMatches,
    private readonly views: MatchViews,
  ) {}

  /** All wishes of an event; throws FORBIDDEN for those who do not organize it. */
  async findEventWishes(viewer: Viewer, eventId: string, wish: PageWish): Promise<Connection<MeetingWish>> {
    const event = await this.events.findEvent(eventId);
    if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
    if (!mayReadDesk(viewer, event)) throw new ForbiddenError();
    return this.wishes.findWishPage({ eventId }, wish);
  }

  /** What a participant wishes, for its members. */
  async findOwnWishes(viewer: Viewer, key: ParticipantKey, wish: PageWish): Promise<Connection<MeetingWish>> {
    const { id } = await this.participant(viewer, key);
    return this.wishes.findWishPage({ fromRegistrationId: id }, wish);
  }

  /** Who wishes to meet a participant, for its members. */
  async findReceivedWishes(
    viewer: Viewer,
    key: ParticipantKey,
    wish: PageWish,
  ): Promise<Connection<MeetingWish>> {
    const { id } = await this.participant(viewer, key);
    return this.wishes.findWishPage({ toRegistrationId: id }, wish);
  }

  /** The participants of the other side, narrowed to part of a name, for members of a participant. */
  async findPartners(
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

  /** The best matches of the other side without a wish of the participant. The wishes of the other side have no influence. */
  async suggestPartners(
    viewer: Viewer,
    key: ParticipantKey,
    first: number,
    reader: MatchReader,
  ): Promise<MeetingSuggestionType[]> {
    const asking = await this.participant(viewer, key);
    const decided = new Set(
      (await this.wishes.findWishesFrom([asking.id])).map(({ toRegistrationId }) => toRegistrationId),
    );
    const others = (await this.registrations.findConfirmedRegistrations(key.eventId))
      .filter(({ id, role }) => role === otherSide(asking.role) && !decided.has(id))
      .flatMap(({ organizationId }) => organizationId ?? []);
    return asking.role === ParticipantRole.BUYER
      ? this.show(
          await this.matches.ofBuyer(key.organizationId, others, first),
          reader,
          (pair) => pair.candidate,
        )
      : this.show(
          await this.matches.ofSupplier(key.organizationId, others, first),
          reader,
          (pair) => pair.need,
        );
  }

  private async show(
    pairs: readonly StoredPair[],
    reader: MatchReader,
    whom: (pair: StoredPair) => { readonly organizationId: string },
  ): Promise<MeetingSuggestionType[]> {
    const shown = await Promise.all(
      pairs.map(async (pair) => {
        const match = await this.views.presentMatch(pair, reader);
        return match && { organizationId: whom(pair).organizationId, match };
      }),
    );
    return shown.flatMap((each) => each ?? []);
  }

  /** The confirmed place of the viewer's organization; throws FORBIDDEN for others, NOT_FOUND without a place as buyer or supplier. */
  private async participant(
    viewer: Viewer,
    { eventId, organizationId }: ParticipantKey,
  ): Promise<EventRegistration> {
    if (!viewer.memberOf(organizationId)) throw new ForbiddenError();
    const registration = await this.sides.findParticipant(eventId, organizationId);
    if (!registration || otherSide(registration.role) === null) throw new NotFoundError();
    return registration;
  }
}
