import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { PauseRule, WindowRule } from './attempt-rules.js';

/** Whether an attempt may go on. */
export type AttemptVerdict = { readonly allowed: true } | RefusedAttempt;

/** An attempt that a rule refused. */
export interface RefusedAttempt {
  readonly allowed: false;
  readonly retryAfterSeconds: number;
  /** The scope of the rule that has none left. */
  readonly scope: string;
}

const ALLOWED: AttemptVerdict = { allowed: true };

/** The key of a counter. The table stores a hash, so that a dump does not reveal numbers and addresses. */
function counterKey(rule: { scope: string }, of: string): string {
  return createHash('sha256').update(`${rule.scope}\0${of}`).digest('hex');
}

function waitUntil({ scope }: { scope: string }, end: Date, now: Date): AttemptVerdict {
  return {
    allowed: false,
    scope,
    retryAfterSeconds: Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 1000)),
  };
}

/**
 * Counts attempts **before** they are made, each in one statement of its own: of a hundred guesses at once the database
 * lets through only as many as the rule has left. Never part of a use case's transaction, whose end could undo it.
 */
@Injectable()
export class AttemptLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Takes one attempt of each rule in turn and stops at the first rule that has none left. */
  async takeAttempts(rules: readonly (readonly [rule: WindowRule, of: string])[]): Promise<AttemptVerdict> {
    for (const [rule, of] of rules) {
      const verdict = await this.takeAttempt(rule, of);
      if (!verdict.allowed) return verdict;
    }
    return ALLOWED;
  }

  /** Takes one attempt of a window. */
  async takeAttempt(rule: WindowRule, of: string): Promise<AttemptVerdict> {
    const now = this.outsideOfTransactions();
    const windowStart = new Date(now.getTime() - rule.seconds * 1000);
    const [counter] = await this.transactions.query<{ count: number; since: Date }>(
      `insert into attempt_counter as c (key, count, since) values ($1, 1, $2)
       on conflict (key) do update
          set count = case when c.since <= $3 then 1 else c.count + 1 end,
              since = case when c.since <= $3 then $2 else c.since end
       returning count, since`,
      [counterKey(rule, of), now, windowStart],
    );
    if (!counter || counter.count <= rule.limit) return ALLOWED;
    return waitUntil(rule, new Date(counter.since.getTime() + rule.seconds * 1000), now);
  }

  /** Takes one attempt where failures lead to growing pauses; the pause after it is set now and lifted by {@link forgetAttempts}. */
  async takeAttemptWithPause(rule: PauseRule, of: string): Promise<AttemptVerdict> {
    const now = this.outsideOfTransactions();
    const key = counterKey(rule, of);
    const forgotten = new Date(now.getTime() - rule.forgetSeconds * 1000);
    const taken = await this.transactions.query(
      `insert into attempt_counter as c (key, count, since) values ($1, 1, $2)
       on conflict (key) do update
          set count = case when c.since <= $3 then 1 else c.count + 1 end,
              since = $2,
              blocked_until = case when c.since > $3 and c.count + 1 >= $4::int
                then $2::timestamptz + make_interval(secs => least($6::int, $5::int * power(2, least(c.count + 1 - $4::int, 30)))) end
        where c.blocked_until is null or c.blocked_until <= $2
       returning 1`,
      [key, now, forgotten, rule.free, rule.firstPauseSeconds, rule.longestPauseSeconds],
    );
    if (taken.length > 0) return ALLOWED;
    const [counter] = await this.transactions.query<{ end: Date | null }>(
      `select blocked_until as end from attempt_counter where key = $1`,
      [key],
    );
    return waitUntil(rule, counter?.end ?? now, now);
  }

  /** The attempt succeeded: what led to it no longer counts. */
  async forgetAttempts(rule: PauseRule, of: string): Promise<void> {
    await this.transactions.query('delete from attempt_counter where key = $1', [counterKey(rule, of)]);
  }

  /** The attempt succeeded: it alone no longer counts, and the pause that it began is over. */
  async giveBackAttempt(rule: WindowRule | PauseRule, of: string): Promise<void> {
    await this.transactions.query(
      'update attempt_counter set count = greatest(count - 1, 0), blocked_until = null where key = $1',
      [counterKey(rule, of)],
    );
  }

  private outsideOfTransactions(): Date {
    if (this.transactions.open)
      throw new Error('an attempt counted inside a transaction would be forgotten with it');
    return this.clock.now();
  }
}

/** The eight groups of an IPv6 address, its abbreviation written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  return [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
}

/**
 * What counts as one caller: an IPv4 address, or the /64 network of an IPv6 address, since a single line commonly has
 * a whole /64 to choose from (RFC 6177).
 */
export function callerKey(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1]!;
  if (!isIPv6(plain)) return plain;
  const network = groupsOf(plain)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
