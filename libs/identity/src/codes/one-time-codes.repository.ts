import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { Identifier } from '../identifiers/identifier.js';
import { type CodePurpose, OneTimeCode } from './one-time-code.entity.js';

/** Every query on one-time codes. */
@Injectable()
export class OneTimeCodesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps a code in place of an older one for the same identifier and purpose. */
  async replace(code: OneTimeCode): Promise<void> {
    await this.codes.upsert(code, ['kind', 'value', 'purpose']);
  }

  /**
   * Counts a try of the code that is good for an identifier and purpose, and gives its hash; null when there is none,
   * it is too old, or it has no tries left. The row stays locked until the transaction ends, so that tries at once
   * stand in line.
   */
  async takeTry(
    { kind, value }: Identifier,
    purpose: CodePurpose,
    limits: { tries: number; now: Date },
  ): Promise<string | null> {
    const [row] = await this.transactions.query<{ hash: string }>(
      `update one_time_code set tries = tries + 1
        where kind = $1 and value = $2 and purpose = $3 and tries < $4 and expires_at > $5
       returning code_hash as hash`,
      [kind, value, purpose, limits.tries, limits.now],
    );
    return row?.hash ?? null;
  }

  async remove({ kind, value }: Identifier, purpose: CodePurpose): Promise<void> {
    await this.codes.delete({ kind, value, purpose });
  }

  private get codes() {
    return this.transactions.manager.getRepository(OneTimeCode);
  }
}
