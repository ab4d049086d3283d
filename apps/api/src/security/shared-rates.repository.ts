import { reportProblem } from '@app/kernel';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

const WINDOW_SECONDS = 60;
const CLEAN_EVERY_MS = 300_000;
const TABLE = 'request_rate';

/**
 * What callers spend on dear operations, counted in PostgreSQL: several API processes share one allowance, and a restart
 * does not renew it. While the database does not answer, each process counts by itself.
 */
export class SharedRates {
  private readonly limiter: RateLimiterPostgres;
  private readonly cleaning: NodeJS.Timeout;

  /** @param perMinute Cost of dear operations that one caller may spend in a minute. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly perMinute: number,
  ) {
    const allowance = { points: perMinute, duration: WINDOW_SECONDS, keyPrefix: 'dear' };
    this.limiter = new RateLimiterPostgres({
      ...allowance,
      storeClient: dataSource,
      storeType: 'typeorm',
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      // A caller without allowance is refused without another query.
      inMemoryBlockOnConsumed: perMinute + 1,
      insuranceLimiter: new RateLimiterMemory(allowance),
    });
    this.cleaning = setInterval(() => this.clean(), CLEAN_EVERY_MS).unref();
  }

  /** Spends cost; gives 0, or the seconds that the caller has to wait. What costs more than a minute counts as a minute. */
  async spend(caller: string, cost: number): Promise<number> {
    try {
      await this.limiter.consume(caller, Math.min(cost, this.perMinute));
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }

  stop(): void {
    clearInterval(this.cleaning);
  }

  private clean(): void {
    const expired = `delete from ${TABLE} where expire < $1`;
    this.dataSource
      .query(expired, [Date.now()])
      .catch((error: unknown) => reportProblem('request rates', error));
  }
}
