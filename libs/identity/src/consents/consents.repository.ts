import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { ConsentEntry } from './consent-entry.entity.js';
import { ConsentAct, ConsentPurpose } from './consent-purpose.js';

/** Every query on the consent ledger. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly transactions: Transactions) {}

  async add(entry: ConsentEntry): Promise<void> {
    await this.entries.insert(entry);
  }

  /** Whoever writes to a person's ledger waits here until all others have. */
  async lockLedger(userId: string): Promise<void> {
    await this.transactions.query('select 1 from app_user where id = $1 for no key update', [userId]);
  }

  /** A person's ledger, the oldest line first. */
  ledgerOf(userId: string): Promise<ConsentEntry[]> {
    return this.entries.find({ where: { userId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** The persons whose contacts an organization may have now, those who agreed last first. */
  async sharersWith(recipientId: string, limit: number): Promise<{ userId: string; givenAt: Date }[]> {
    return this.transactions.query<{ userId: string; givenAt: Date }>(
      `select user_id as "userId", at as "givenAt" from (
         select distinct on (user_id) user_id, act, at from consent_entry
          where recipient_id = $1 and purpose = $2 order by user_id, at desc, id desc) as latest
        where act = $3 order by at desc, user_id limit $4`,
      [recipientId, ConsentPurpose.CONTACT_SHARING, ConsentAct.GIVEN, limit],
    );
  }

  private get entries() {
    return this.transactions.manager.getRepository(ConsentEntry);
  }
}
