import type { RequestContext } from '@app/identity';
import { callerKey } from '@app/identity';
import type { Clock } from '@app/kernel';
import type { RateLimits } from './safeguards.js';
import { TokenBuckets } from './token-buckets.js';

/** Who pays for a request: the signed-in person wherever they are, or all guests of a network address together. */
type Payer = Pick<RequestContext, 'viewer' | 'address'>;

/** How much of the platform one caller may use in a minute. */
export class RequestRates {
  private readonly buckets = new TokenBuckets();

  constructor(
    private readonly limits: RateLimits | null,
    private readonly clock: Clock,
  ) {}

  /** Spends cost; gives 0, or the seconds that the caller has to wait. */
  spend({ viewer, address }: Payer, cost: number): number {
    if (!this.limits) return 0;
    const now = this.clock.now().getTime();
    return viewer.userId
      ? this.buckets.spend(viewer.userId, cost, this.limits.person, now)
      : this.buckets.spend(callerKey(address), cost, this.limits.guests, now);
  }
}
