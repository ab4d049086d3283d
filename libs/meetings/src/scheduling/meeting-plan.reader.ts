import { Injectable } from '@nestjs/common';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { MeetingTermsRepository } from '../wishes/meeting-terms.repository.js';
import { MeetingWishesRepository } from '../wishes/meeting-wishes.repository.js';
import type { EventFacts } from './event-problem.js';

/** Reads the parts of an event's facts that are about meetings. */
@Injectable()
export class MeetingPlanReader {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly terms: MeetingTermsRepository,
  ) {}

  async of(
    eventId: string,
    registrationIds: readonly string[],
  ): Promise<Pick<EventFacts, 'terms' | 'wishes' | 'absences' | 'meetings'>> {
    return {
      terms: await this.terms.ofEvent(eventId),
      wishes: await this.wishes.from(registrationIds),
      absences: await this.wishes.absencesOf(registrationIds),
      meetings: await this.meetings.notCancelled(eventId),
    };
  }
}
