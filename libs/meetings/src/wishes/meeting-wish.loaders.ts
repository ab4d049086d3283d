import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MeetingAbsence, MeetingTerms, MeetingWish } from './meeting-wish.entity.js';
import { MeetingWishesRepository } from './meeting-wishes.repository.js';

/** The organizers' terms by event. */
@Injectable()
export class MeetingTermsLoader extends BatchLoader<MeetingTerms> {
  constructor(private readonly wishes: MeetingWishesRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<MeetingTerms[]> {
    return this.wishes.findTerms(eventIds);
  }

  protected keyOf({ eventId }: MeetingTerms): string {
    return eventId;
  }
}

/** What participants wish, by who wishes. Whoever shows them asks who is looking. */
@Injectable()
export class MeetingWishesLoader extends BatchListLoader<MeetingWish> {
  constructor(private readonly wishes: MeetingWishesRepository) {
    super();
  }

  protected fetch(registrationIds: readonly string[]): Promise<MeetingWish[]> {
    return this.wishes.findWishesFrom(registrationIds);
  }

  protected keyOf({ fromRegistrationId }: MeetingWish): string {
    return fromRegistrationId;
  }
}

/** When participants cannot meet. */
@Injectable()
export class MeetingAbsencesLoader extends BatchListLoader<MeetingAbsence> {
  constructor(private readonly wishes: MeetingWishesRepository) {
    super();
  }

  protected fetch(registrationIds: readonly string[]): Promise<MeetingAbsence[]> {
    return this.wishes.findAbsences(registrationIds);
  }

  protected keyOf({ registrationId }: MeetingAbsence): string {
    return registrationId;
  }
}
