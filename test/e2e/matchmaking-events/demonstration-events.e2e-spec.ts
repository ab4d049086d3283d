import { Clock } from '@app/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DemoClock } from '../../../apps/cli/src/demo/load-demonstration.js';
import { addDemoEvents } from '../../../apps/cli/src/demo/demo-events.js';
import { demoEvents, demoNeeds } from '../../../apps/cli/src/demo/demo-files.js';
import type { RegisteredDemo } from '../../../apps/cli/src/demo/demo-organizations.js';
import { MemberRole, Viewer } from '@app/identity';
import { anOrganizationRow, aPerson } from '../../support/builders/identity.js';
import { Transactions } from '@app/database';
import { createTestApp, type TestApp } from '../../support/test-app.js';

interface Attended {
  readonly stands: string;
  readonly confirmed: number;
  readonly waiting: number;
  readonly came: number;
}

let app: TestApp;

/** The organizers and buyers of the demonstration, and as many that only sell, without all that they can do. */
async function houses(): Promise<Map<string, RegisteredDemo>> {
  const { user } = await aPerson(app);
  const buyers = demoNeeds().map(({ buyer }) => buyer);
  const sellers = Array.from({ length: 30 }, (_, i) => `seller-${i}`);
  const keys = new Set([...demoEvents().map(({ organizer }) => organizer), ...buyers, ...sellers]);
  const registered = new Map<string, RegisteredDemo>();
  for (const name of keys) {
    const { key: id } = await anOrganizationRow(app);
    const viewer = new Viewer(user.id, false, [{ organizationId: id, role: MemberRole.OWNER }]);
    registered.set(name, { id, viewer });
  }
  return registered;
}

beforeAll(async () => {
  app = await createTestApp();
  const clock = new DemoClock();
  app.get(Clock).now = () => clock.now();
  await addDemoEvents({ get: app.get } as INestApplicationContext, await houses(), clock);
}, 120_000);
afterAll(() => app.close());

it('has a finished, a running and a coming event, each with registrations, the first two with people who came', async () => {
  const rows = await app.get(Transactions).query<Attended>(
    `select case when e.ends_at <= now() then 'finished' when e.starts_at <= now() then 'running' else 'coming' end as stands,
            count(*) filter (where r.state = 'CONFIRMED')::int as confirmed,
            count(*) filter (where r.state = 'WAITLISTED')::int as waiting,
            (select count(distinct c.representative_id)::int from event_check_in c where c.event_id = e.id) as came
       from matchmaking_event e join event_registration r on r.event_id = e.id
      group by e.id order by 1`,
  );
  expect(rows.map(({ stands }) => stands)).toEqual(['coming', 'finished', 'running']);
  const [coming, finished, running] = rows as [Attended, Attended, Attended];
  expect(coming).toMatchObject({ came: 0, waiting: 4 });
  for (const { confirmed, came } of [finished, running]) {
    expect(confirmed).toBeGreaterThan(15);
    expect(came).toBeGreaterThan(10);
  }
});

it('has wishes for all three, and a published schedule for the finished and the running one', async () => {
  const rows = await app.get(Transactions).query<{ stands: string; wishes: number; meetings: number }>(
    `select case when e.ends_at <= now() then 'finished' when e.starts_at <= now() then 'running' else 'coming' end as stands,
            (select count(*)::int from meeting_wish w where w.event_id = e.id) as wishes,
            (select count(*)::int from meeting m where m.event_id = e.id
               and m.state in ('PUBLISHED', 'HELD', 'NO_SHOW')) as meetings
       from matchmaking_event e where exists (select from meeting_slot s where s.event_id = e.id) order by 1`,
  );
  expect(rows.map(({ stands }) => stands)).toEqual(['coming', 'finished', 'running']);
  for (const { wishes } of rows) expect(wishes).toBeGreaterThan(30);
  const [coming, finished, running] = rows.map(({ meetings }) => meetings);
  expect(coming).toBe(0);
  expect(Math.min(finished!, running!)).toBeGreaterThan(20);
});

it('has what came of the finished event: who came, a stand-in, outcomes with amounts, threads that ended', async () => {
  const [row] = await app.get(Transactions).query<Record<string, number>>(
    `select (select count(*)::int from meeting where state = 'HELD') as held,
            (select count(*)::int from meeting where state = 'NO_SHOW') as missed,
            (select count(*)::int from meeting_stand_in) as "standIns",
            (select count(*)::int from meeting_outcome where amount_by_buyer is not null or amount_by_supplier is not null) as amounts,
            (select count(*)::int from meeting_outcome where kind = 'ORDER') as orders,
            (select count(*)::int from meeting_thread_end) as ended,
            (select count(*)::int from meeting_outcome o join meeting m on m.id = o.meeting_id
              where m.state <> 'HELD') as strange`,
  );
  expect(row).toMatchObject({ standIns: 1, strange: 0 });
  for (const part of ['held', 'missed', 'amounts', 'orders', 'ended']) expect(row![part]).toBeGreaterThan(0);
});
