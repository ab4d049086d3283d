import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { EventSession, EventSpeaker } from './event-agenda.entity.js';
import type { Agenda } from './event-agenda.js';

/** Every query on the tables of agendas. */
@Injectable()
export class EventAgendasRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The sessions of events, by their start. */
  findSessions(eventIds: readonly string[]): Promise<EventSession[]> {
    return this.sessions
      .createQueryBuilder('session')
      .where('session.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'session.startsAt': 'ASC', 'session.id': 'ASC' })
      .getMany();
  }

  /** The speakers of sessions, in the order of the organizer. */
  findSpeakers(sessionIds: readonly string[]): Promise<EventSpeaker[]> {
    return this.speakers
      .createQueryBuilder('speaker')
      .where('speaker.sessionId = any(:sessionIds)', { sessionIds })
      .orderBy('speaker.position', 'ASC')
      .getMany();
  }

  /** The whole agenda of an event. */
  async findAgenda(eventId: string): Promise<Agenda> {
    const sessions = await this.findSessions([eventId]);
    return { sessions, speakers: await this.findSpeakers(sessions.map(({ id }) => id)) };
  }

  /** Puts an agenda in the place of the present one; throws the violated constraint when it does not hold together. */
  async replaceAgenda(eventId: string, { sessions, speakers }: Agenda): Promise<void> {
    await this.sessions.delete({ eventId });
    await this.sessions.insert([...sessions]);
    await this.speakers.insert([...speakers]);
  }

  private get sessions(): Repository<EventSession> {
    return this.transactions.manager.getRepository(EventSession);
  }

  private get speakers(): Repository<EventSpeaker> {
    return this.transactions.manager.getRepository(EventSpeaker);
  }
}
