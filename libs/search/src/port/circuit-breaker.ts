import { SearchUnavailableError } from './search.errors.js';

/** So many failures in a row open the circuit. */
const FAILURES = 5;
/** So long the server is then left alone, in milliseconds. */
const REST_MS = 5_000;

/**
 * Leaves a server alone that keeps failing, so that readers get their emergency answer at once instead of waiting for
 * it. After a rest one call is let through; its outcome decides for all.
 */
export class CircuitBreaker {
  private failures = 0;
  private restingUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether calls are refused at the moment. */
  get open(): boolean {
    return this.failures >= FAILURES && this.now() < this.restingUntil;
  }

  /** Does the work unless the circuit is open; only unavailability counts as failure, a refused call does not. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.open) throw new SearchUnavailableError(`left alone after ${this.failures} failures`);
    // Whoever comes while one call tries the server again is still refused.
    if (this.failures >= FAILURES) this.restingUntil = this.now() + REST_MS;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (!(error instanceof SearchUnavailableError)) this.failures = 0;
      else if (++this.failures >= FAILURES) this.restingUntil = this.now() + REST_MS;
      throw error;
    }
  }
}
