import { Transactions } from '@app/database';
import type { INestApplicationContext } from '@nestjs/common';
import type { DemoClock } from './demo-clock.js';
import { addDemoEvents } from './demo-events.js';
import { addDemoNeeds } from './demo-needs.js';
import { addDemoOrganizations } from './demo-organizations.js';
import { addDemoPeople } from './demo-people.js';

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
