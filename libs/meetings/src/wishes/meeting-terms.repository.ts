import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MeetingTerms, usualTerms } from './meeting-terms.entity.js';

/** Every query on the organizers' terms. */
@Injectable()
export class MeetingTermsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The terms of events, the usual ones where nobody has set any. */
  async of(eventIds: readonly string[]): Promise<MeetingTerms[]> {
    const found = await this.table
      .createQueryBuilder('terms')
      .where('terms.eventId = any(:eventIds)', { eventIds })
      .getMany();
    const known = new Map(found.map((terms) => [terms.eventId, terms]));
    return eventIds.map((eventId) => known.get(eventId) ?? usualTerms(eventId));
  }

  /** The terms of one event. */
  async ofEvent(eventId: string): Promise<MeetingTerms> {
    const [terms] = await this.of([eventId]);
    return terms ?? usualTerms(eventId);
  }

  /** Sets the terms of an event. */
  async put(terms: MeetingTerms): Promise<void> {
    await this.table.upsert({ ...terms }, ['eventId']);
  }

  private get table() {
    return this.transactions.manager.getRepository(MeetingTerms);
  }
}
