import type { RequestContext } from '@app/identity';
import { callerKey } from '@app/identity';
import type { Clock } from '@app/kernel';
import type { RateLimits } from './safeguards.js';
import { TokenBuckets } from './token-buckets.js';

/** Who pays for a request: the signed-in person wherever they are, or all guests of a network address together. */
type Payer = Pick<RequestContext, 'viewer' | 'address'>;

/** What a request costs before it is even read. */
const ARRIVAL = 5;
/** What a document costs that is not executed: it had to be read and checked. */
const REFUSED = 50;

/** How much of the platform one caller may use in a minute. */
export class RequestRates {
  private readonly buckets = new TokenBuckets();

  constructor(
    private readonly limits: RateLimits | null,
    private readonly clock: Clock,
  ) {}

  /** A request has come; gives 0, or the seconds that the caller has to wait. */
  arrive(payer: Payer): number {
    return this.spend(payer, ARRIVAL);
  }

  /** An operation is about to be executed; gives 0, or the seconds that the caller has to wait. */
  pay(payer: Payer, cost: number): number {
    const wait = this.spend(payer, cost);
    return wait > 0 ? wait + this.secondsFor(payer, ARRIVAL) : 0;
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

const callerOf = ({ viewer, address }: Payer): string => viewer.userId ?? callerKey(address);
