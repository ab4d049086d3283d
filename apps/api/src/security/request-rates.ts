import type { RequestContext } from '@app/identity';
import { callerKey } from '@app/identity';
import type { Clock } from '@app/kernel';
import type { RateLimits } from './safeguards.js';
import type { SharedRates } from './shared-rates.repository.js';
import { TokenBuckets } from './token-buckets.js';

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
