import { SearchUnavailableError } from './search.errors.js';

/** Consecutive failures that open the circuit. */
const MAX_FAILURES = 5;
/** How long the circuit stays open, in milliseconds. */
const REST_MS = 5_000;

/**
 * Stops calls to a server that keeps failing, so that readers get their emergency answer at once instead of waiting. After
 * a rest one call is let through and decides for all; calls that arrive meanwhile are refused, not queued.
 */
export class CircuitBreaker {
  private failures = 0;
  private restingUntil = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether calls are refused at the moment. */
  get open(): boolean {
    return this.failures >= MAX_FAILURES && this.now() < this.restingUntil;
  }

  /** Runs the work unless the circuit is open. Only unavailability is a failure; a call that the server refused resets the count. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.open) throw new SearchUnavailableError(`left alone after ${this.failures} failures`);
    // Calls that arrive while this one tries the server are still refused.
    if (this.failures >= MAX_FAILURES) this.restingUntil = this.now() + REST_MS;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (!(error instanceof SearchUnavailableError)) this.failures = 0;
      else if (++this.failures >= MAX_FAILURES) this.restingUntil = this.now() + REST_MS;
      throw error;
    }
  }
}
