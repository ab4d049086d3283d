import { Clock } from '@app/kernel';

/** The clock of the demonstration loader: some days ago while it states facts that were confirmed then. */
export class DemoClock extends Clock {
  private daysAgo = 0;

  override now(): Date {
    return new Date(Date.now() - this.daysAgo * 86_400_000);
  }

  /** Runs work as if it were so many days ago. */
  async ago<T>(days: number, work: () => Promise<T>): Promise<T> {
    this.daysAgo = days;
    try {
      return await work();
    } finally {
      this.daysAgo = 0;
    }
  }
}
