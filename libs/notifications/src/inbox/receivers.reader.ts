import { Transactions } from '@app/database';
import type { Identifier } from '@app/identity';
import type { Locale } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** A person as one who is written to. */
export interface Receiver {
  readonly userId: string;
  readonly locale: Locale;
  /** In the order in which they were verified. */
  readonly identifiers: readonly Identifier[];
}

/** Reads what has to be known of persons to write to them. */
@Injectable()
export class ReceiversReader {
  constructor(private readonly transactions: Transactions) {}

  /** Languages and verified numbers and addresses of persons, in one statement. */
  findReceivers(userIds: readonly string[]): Promise<Receiver[]> {
    return this.transactions.query<Receiver>(
      `select u.id as "userId", u.locale,
              coalesce((select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.verified_at, i.id)
                          from user_identifier i where i.user_id = u.id), '[]') as identifiers
         from app_user u where u.id = any($1::uuid[])`,
      [userIds],
    );
  }
}
