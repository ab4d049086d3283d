import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { NotificationPreference } from './notification-preference.entity.js';

/** Every query on what persons wish to be told, and how. */
@Injectable()
export class NotificationPreferencesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** What persons have said, in one statement. */
  of(userIds: readonly string[]): Promise<NotificationPreference[]> {
    return this.table.findBy({ userId: In([...userIds]) });
  }

  /** Keeps what a person says; the last word holds. */
  async save(preferences: readonly NotificationPreference[]): Promise<void> {
    await this.table.upsert([...preferences], ['userId', 'kind', 'channel']);
  }

  private get table() {
    return this.transactions.manager.getRepository(NotificationPreference);
  }
}
