import { callerKey, type RequestContext } from '@app/identity';
import { type Clock, DomainError, type Locale, renderText, withoutStack } from '@app/kernel';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RateLimits } from './safeguards.js';
import type { SharedRates } from './shared-rates.repository.js';

/** HTTP's "Too Many Requests" (RFC 6585, section 4). */
const TOO_MANY_REQUESTS = 429;

/** The answer to a caller who asks for too much now: status 429, and when to come back. */
export function rateRefusal(seconds: number, locale: Locale, code = 'RATE_LIMITED'): GraphQLError {
  const refusal = withoutStack(() => new DomainError('TOO_MANY', code, { seconds }));
  const message = renderText(locale, refusal.code, refusal.params);
  const options = {
    originalError: refusal,
    extensions: {
      code: refusal.kind,
      reason: refusal.code,
      fields: [],
      http: comeBackAfter(seconds),
    },
  };
  return withoutStack(() => new GraphQLError(message, options));
}

/** Status and headers of such an answer. */
export function comeBackAfter(seconds: number): { status: number; headers: HeaderMap } {
  return { status: TOO_MANY_REQUESTS, headers: new HeaderMap([['retry-after', String(seconds)]]) };
}

/** Callers that are remembered at most; beyond that the longest unheard of are forgotten, whose buckets are full again. */
const REMEMBERED = 50_000;
const MINUTE_MS = 60_000;
/** Filling by fractions may miss a whole number by this much. */
const ROUNDING = 1e-6;

interface Bucket {
  /** Cost that may still be spent. */
  left: number;
  /** When {@link left} was right, in milliseconds. */
  at: number;
}

/**
 * What each caller may still spend: a bucket holds a minute's allowance and fills evenly. Kept in the memory of one
 * process: with several API processes a caller has a bucket in each, and a restart fills them.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly remembered = REMEMBERED) {}

  /**
   * Spends cost of a caller's allowance of so much a minute; gives 0, or the seconds after which there is enough. What
   * costs more than a whole minute's allowance is let through by a full bucket and leaves it in debt.
   */
  spend(caller: string, cost: number, perMinute: number, now: number): number {
    const left = this.leftOf(caller, perMinute, now);
    const wanted = Math.min(cost, perMinute);
    if (left + ROUNDING < wanted) {
      this.keep(caller, { left, at: now });
      return Math.max(1, Math.ceil(((wanted - left) / perMinute) * 60));
    }
    this.keep(caller, { left: left - cost, at: now });
    return 0;
  }

  /** Takes cost from a caller's allowance even when that leaves a debt; a debt is at most a minute's allowance. */
  owe(caller: string, cost: number, perMinute: number, now: number): void {
    const left = this.leftOf(caller, perMinute, now) - cost;
    this.keep(caller, { left: Math.max(left, -perMinute), at: now });
  }

  private leftOf(caller: string, perMinute: number, now: number): number {
    const bucket = this.buckets.get(caller);
    if (!bucket) return perMinute;
    const filled = bucket.left + ((now - bucket.at) * perMinute) / MINUTE_MS;
    return Math.min(perMinute, filled);
  }

  /** Keeps a bucket as the one heard of last. */
  private keep(caller: string, bucket: Bucket): void {
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    if (this.buckets.size <= this.remembered) return;
    const [longestUnheard] = this.buckets.keys();
    if (longestUnheard !== undefined) this.buckets.delete(longestUnheard);
  }
}

/** Who pays for a request: the signed-in person wherever they are, or all guests of a network address together. */
type Payer = Pick<RequestContext, 'viewer' | 'address'>;

/** What a request costs before it is even read. */
const ARRIVAL = 5;
/** What a document costs that is not executed: it had to be read and checked. */
const REFUSED = 50;

/**
 * How much of the platform one caller may use in a minute. Every request is counted in the memory of its process, which
 * costs nothing; operations that compute are counted again, in PostgreSQL, for all processes together.
 */
export class RequestRates {
  private readonly buckets = new TokenBuckets();

  constructor(
    private readonly limits: RateLimits | null,
    private readonly clock: Clock,
    private readonly shared: Pick<SharedRates, 'spend'> | null = null,
  ) {}

  /** A request has come; gives 0, or the seconds that the caller has to wait. */
  arrive(payer: Payer): number {
    return this.spend(payer, ARRIVAL);
  }

  /** An operation is about to be executed, `dear` of it for computing; gives 0, or the seconds that the caller has to wait. */
  async pay(payer: Payer, cost: number, dear: number): Promise<number> {
    const wait = this.spend(payer, cost);
    if (wait > 0) return wait + this.secondsFor(payer, ARRIVAL);
    return this.shared && dear > 0 ? this.shared.spend(callerOf(payer), dear) : 0;
  }

  /** A document was refused: its cost is owed whether or not anything is left. */
  payForRefusal(payer: Payer): void {
    const perMinute = this.allowanceOf(payer);
    if (perMinute !== null) this.buckets.owe(callerOf(payer), REFUSED, perMinute, this.now());
  }

  private spend(payer: Payer, cost: number): number {
    const perMinute = this.allowanceOf(payer);
    return perMinute === null ? 0 : this.buckets.spend(callerOf(payer), cost, perMinute, this.now());
  }

  private secondsFor(payer: Payer, cost: number): number {
    return Math.ceil((cost / (this.allowanceOf(payer) ?? cost)) * 60);
  }

  private allowanceOf({ viewer }: Payer): number | null {
    if (!this.limits) return null;
    return viewer.userId ? this.limits.person : this.limits.guests;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** Who counts as one caller in every limit: a person, or all guests of a network address. */
export const callerOf = ({ viewer, address }: Payer): string => viewer.userId ?? callerKey(address);
