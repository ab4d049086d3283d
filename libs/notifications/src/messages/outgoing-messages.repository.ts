import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { OutgoingMessageRow } from './outgoing-message.entity.js';

/** Every query on messages that have not left yet. */
@Injectable()
export class OutgoingMessagesRepository {
  constructor(private readonly transactions: Transactions) {}

  async insertMessage(message: OutgoingMessageRow): Promise<void> {
    await this.messages.insert(message);
  }

  findMessage(id: string): Promise<OutgoingMessageRow | null> {
    return this.messages.findOneBy({ id });
  }

  async deleteMessage(id: string): Promise<void> {
    await this.messages.delete({ id });
  }

  /** Removes the messages that nobody needs any more. */
  async deleteExpiredMessages(now: Date): Promise<void> {
    await this.messages.delete({ uselessAfter: LessThanOrEqual(now) });
  }

  private get messages() {
    return this.transactions.manager.getRepository(OutgoingMessageRow);
  }
}
