import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { EventAdmission, EventQuestion, EventTicketKey } from './event-admission.entity.js';
import type { ParticipantRole } from './registration.enums.js';
import { newTicketKey } from './ticket-token.js';

/** Every query on who is let into events and what they are asked. */
@Injectable()
export class EventAdmissionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The admission to events, by event and role. */
  findAdmissions(eventIds: readonly string[]): Promise<EventAdmission[]> {
    return this.admissions
      .createQueryBuilder('admission')
      .where('admission.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'admission.eventId': 'ASC', 'admission.role': 'ASC' })
      .getMany();
  }

  /** The questions of events, in the organizer's order. */
  findQuestions(eventIds: readonly string[]): Promise<EventQuestion[]> {
    return this.questions
      .createQueryBuilder('question')
      .where('question.eventId = any(:eventIds)', { eventIds })
      .orderBy('question.position', 'ASC')
      .getMany();
  }

  /** The admission of a role, kept from others: whoever gives or takes its places comes one after the other. */
  lockAdmission(eventId: string, role: ParticipantRole): Promise<EventAdmission | null> {
    return this.admissions.findOne({ where: { eventId, role }, lock: { mode: 'pessimistic_write' } });
  }

  /** Sets who is let in; roles that are not among them are closed. */
  async replaceAdmissions(eventId: string, admissions: readonly EventAdmission[]): Promise<void> {
    await this.admissions.upsert([...admissions], ['eventId', 'role']);
    await this.transactions.query('delete from event_admission where event_id = $1 and role <> all($2)', [
      eventId,
      admissions.map(({ role }) => role),
    ]);
  }

  /** Sets what is asked. */
  async replaceQuestions(eventId: string, questions: readonly EventQuestion[]): Promise<void> {
    await this.questions.delete({ eventId });
    await this.questions.insert([...questions]);
  }

  private get admissions(): Repository<EventAdmission> {
    return this.transactions.manager.getRepository(EventAdmission);
  }

  private get questions(): Repository<EventQuestion> {
    return this.transactions.manager.getRepository(EventQuestion);
  }
}

/** The keys that sign tickets. */
@Injectable()
export class TicketKeysRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Makes the key of an event unless it has one; two at once make one. */
  async ensureKey(eventId: string): Promise<void> {
    await this.table
      .createQueryBuilder()
      .insert()
      .values({ eventId, ...newTicketKey(), createdAt: this.clock.now() })
      .orIgnore()
      .execute();
  }

  /** The keys of events. */
  findKeys(eventIds: readonly string[]): Promise<EventTicketKey[]> {
    return this.table.createQueryBuilder('key').where('key.eventId = any(:eventIds)', { eventIds }).getMany();
  }

  private get table(): Repository<EventTicketKey> {
    return this.transactions.manager.getRepository(EventTicketKey);
  }
}
