import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Identifier } from '../users/identifier.js';
import { type CodePurpose, OneTimeCode } from './one-time-code.entity.js';

/** Every query on one-time codes. */
@Injectable()
export class OneTimeCodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps a code in place of an older one for the same identifier, purpose and browser. */
  async replaceCode(code: OneTimeCode): Promise<void> {
    await this.codes.upsert(code, ['kind', 'value', 'purpose', 'deviceHash']);
  }

  /**
   * Counts a try of the code that a requester asked for, and gives its hash; null when there is none, it is too old, or
   * it has no tries left. The browser that asked and others behind the same caller have tries of their own. The row
   * stays locked until the transaction ends, so that tries at once stand in line.
   */
  async takeTry(
    { kind, value }: Identifier,
    purpose: CodePurpose,
    requester: { deviceHash: string | null; caller: string },
    limits: { tries: number; now: Date },
  ): Promise<string | null> {
    const [asked] = await this.transactions.query<{ id: string; own: boolean }>(
      `select id, coalesce(device_hash = $4, false) as own from one_time_code
        where kind = $1 and value = $2 and purpose = $3 and expires_at > $6
          and (device_hash = $4 or caller = $5)
        order by own desc, created_at desc, id desc limit 1 for update`,
      [kind, value, purpose, requester.deviceHash, requester.caller, limits.now],
    );
    if (!asked) return null;
    const tries = asked.own ? 'tries' : 'caller_tries';
    const [row] = await this.transactions.query<{ hash: string }>(
      `update one_time_code set ${tries} = ${tries} + 1 where id = $1 and ${tries} < $2
       returning code_hash as hash`,
      [asked.id, limits.tries],
    );
    return row?.hash ?? null;
  }

  /** Removes all codes for an identifier and purpose. */
  async deleteCodes({ kind, value }: Identifier, purpose: CodePurpose): Promise<void> {
    await this.codes.delete({ kind, value, purpose });
  }

  private get codes() {
    return this.transactions.manager.getRepository(OneTimeCode);
  }
}
