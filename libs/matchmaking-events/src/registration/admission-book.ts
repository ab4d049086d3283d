import { Injectable } from '@nestjs/common';
import { TicketKeysRepository } from '../check-in/ticket-keys.repository.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import type { EventAdmission, EventQuestion } from './event-admission.entity.js';
import { EventAdmissionsRepository } from './event-admissions.repository.js';
import { EventPlacesService } from './event-places.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import type { ParticipantRole } from './registration.enums.js';

/** Who is let in to an event and what they are asked, in the running transaction. */
@Injectable()
export class AdmissionBook {
  constructor(
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly places: EventPlacesService,
    private readonly keys: TicketKeysRepository,
  ) {}

  /** A role in which somebody is registered beside some roles. */
  async usedBeside(eventId: string, roles: readonly ParticipantRole[]): Promise<ParticipantRole | undefined> {
    return (await this.registrations.findRolesInUse(eventId)).find((role) => !roles.includes(role));
  }

  /** Whether anybody is admitted at all. */
  async admitsSomebody(eventId: string): Promise<boolean> {
    return (await this.admissions.findAdmissions([eventId])).length > 0;
  }

  /** Sets admission and questions. Questions that stay as they are keep their ids, so that open forms stay valid. */
  async write(
    event: MatchmakingEvent,
    terms: { admissions: readonly EventAdmission[]; questions: readonly EventQuestion[] },
  ): Promise<void> {
    await this.keys.ensureKey(event.id);
    await this.admissions.replaceAdmissions(event.id, terms.admissions);
    const present = await this.admissions.findQuestions([event.id]);
    const kept = terms.questions.map((question) => {
      const same = present.find((old) => old.text === question.text && old.kind === question.kind);
      return { ...question, id: same?.id ?? question.id };
    });
    await this.admissions.replaceQuestions(event.id, kept);
    for (const { role } of terms.admissions) {
      const admission = await this.admissions.lockAdmission(event.id, role);
      if (admission) await this.places.offerFreePlaces(event, admission);
    }
  }
}
