import type { Viewer } from '@app/identity';
import { EventMatches, type MatchReader, MatchViews, type StoredPair } from '@app/matching';
import { EventRegistrationsReader, ParticipantRole } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { otherSide } from '../booking/meeting-participants.js';
import type { MeetingSuggestionType } from './meeting-wish.type.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';
import { MeetingWishesService, type ParticipantKey } from './meeting-wishes.service.js';

/** Whom a participant might wish to meet, by the same computation and with the same card as everywhere. */
@Injectable()
export class MeetingSuggestions {
  constructor(
    private readonly service: MeetingWishesService,
    private readonly registrations: EventRegistrationsReader,
    private readonly wishes: MeetingWishesRepository,
    private readonly matches: EventMatches,
    private readonly views: MatchViews,
  ) {}

  /** The best matches of the other side of whom the participant has said nothing; what the others wish has no say in it. */
  async of(
    viewer: Viewer,
    key: ParticipantKey,
    first: number,
    reader: MatchReader,
  ): Promise<MeetingSuggestionType[]> {
    const asking = await this.service.participant(viewer, key);
    const decided = new Set(
      (await this.wishes.from([asking.id])).map(({ toRegistrationId }) => toRegistrationId),
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
        const match = await this.views.show(pair, reader);
        return match && { organizationId: whom(pair).organizationId, match };
      }),
    );
    return shown.flatMap((each) => each ?? []);
  }
}
