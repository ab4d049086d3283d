import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { addDemoEvents } from './demo-events.js';
import { addDemoNeeds } from './demo-market.js';
import { addDemoOrganizations, addDemoPeople } from './demo-organizations.js';

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

/** Key of the advisory lock that lets one loader in. */
const DEMO_LOCK = 7014;

/**
 * Loads the invented organizations, capabilities, needs and events through the ordinary use cases, in one transaction:
 * all of it or nothing. Gives false when the database is inhabited already and `onlyIfEmpty` is set.
 */
export async function loadDemonstration(
  app: INestApplicationContext,
  clock: DemoClock,
  onlyIfEmpty: boolean,
): Promise<boolean> {
  const transactions = app.get(Transactions);
  return transactions.run(async () => {
    await transactions.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
    const [row] = await transactions.query<{ inhabited: boolean }>(
      'select exists (select from organization) as inhabited',
    );
    if (row?.inhabited && onlyIfEmpty) return false;
    const people = await addDemoPeople(app);
    const organizations = await addDemoOrganizations(app, people, clock);
    await addDemoNeeds(app, organizations);
    await addDemoEvents(app, organizations, clock);
    return true;
  });
}
