import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { Viewer, MemberRole } from '@app/identity';
import { ChangeRegistration, ExpirePlaceOfferJob, ParticipantRole } from '@app/matchmaking-events';
import { clockOf } from '../../support/builders/identity.js';
import { anAdmission, aRegistration, registrationsOf } from '../../support/builders/event-registrations.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const PLACES = 1000;
const WAITING = 1100;

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

/** Bare organizations, many at once; gives their keys. */
async function manyOrganizations(count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => newId());
  await app.get(Transactions).query(
    `insert into organization (id, credit_code, name, normalised_name, source)
     select k, upper(right(replace(k::text, '-', ''), 18)), k::text, k::text, 'REGISTRATION' from unnest($1::uuid[]) k`,
    [keys],
  );
  return keys;
}

/** A full event with a line of waiting organizations, whose order is by priority first and not that of their keys. */
async function aFullEvent(): Promise<{ event: TestEvent; holders: string[]; line: string[] }> {
  const event = await anEvent(app, organizer.key);
  await anAdmission(app, event.key, { role: ParticipantRole.SUPPLIER, capacity: PLACES });
  const keys = await manyOrganizations(PLACES + WAITING);
  const insert = `insert into event_registration
      (id, event_id, role, organization_id, state, priority, joined_at, created_at, updated_at)
    select id, $1, 'SUPPLIER', organization_id, $2, (n % $3)::int, now() - make_interval(secs => (n * 7919) % 100003),
           now(), now()
      from unnest($4::uuid[], $5::uuid[]) with ordinality as t(id, organization_id, n) returning id`;
  const add = (state: string, priorities: number, organizations: string[]) =>
    app
      .get(Transactions)
      .query(insert, [event.key, state, priorities, organizations.map(() => newId()), organizations]);
  await add('CONFIRMED', 1, keys.slice(0, PLACES));
  await add('WAITLISTED', 3, keys.slice(PLACES));
  const ids = async (state: string) =>
    (
      await app
        .get(Transactions)
        .query<{ id: string }>(
          `select id from event_registration where event_id = $1 and state = $2 order by priority desc, joined_at, id`,
          [event.key, state],
        )
    ).map(({ id }) => id);
  return { event, holders: await ids('CONFIRMED'), line: await ids('WAITLISTED') };
}

/** Runs work for all of them, so many at a time. */
async function inCrowd<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function organizationOf(id: string): Promise<string> {
  const [row] = await app
    .get(Transactions)
    .query<{ key: string }>('select organization_id as key from event_registration where id = $1', [id]);
  return row!.key;
}

async function organizationsOf(event: TestEvent): Promise<Map<string, string>> {
  const stored = await registrationsOf(app, event.key);
  return new Map(stored.map(({ id, organizationId }) => [id, organizationId!]));
}

const editorOf = (organizationId: string) =>
  new Viewer(organizer.editor.user.id, false, [{ organizationId, role: MemberRole.EDITOR }]);

async function withdraw(id: string): Promise<void> {
  const organizationId = await organizationOf(id);
  await app.get(ChangeRegistration).withdraw(editorOf(organizationId), { id, organizationId });
}

it('1,000 cancellations at once: strictly the first 1,000 of the line are offered a place, each once', async () => {
  const { event, holders, line } = await aFullEvent();
  const houses = await organizationsOf(event);
  await inCrowd(holders, 16, (id) => {
    const organizationId = houses.get(id)!;
    return app.get(ChangeRegistration).withdraw(editorOf(organizationId), { id, organizationId });
  });
  const stored = await registrationsOf(app, event.key);
  const inState = (state: string) => stored.filter((one) => one.state === state).map(({ id }) => id);
  expect(inState('WITHDRAWN').sort()).toEqual([...holders].sort());
  expect(inState('OFFERED').sort()).toEqual(line.slice(0, PLACES).sort());
  expect(inState('WAITLISTED').sort()).toEqual(line.slice(PLACES).sort());
  const offers = await app.get(Transactions).query<{ id: string }>(
    `select d.aggregate_id as id from domain_event d join event_registration r on r.id = d.aggregate_id
      where d.type = 'EventPlaceOffered' and r.event_id = $1 order by d.id`,
    [event.key],
  );
  // One after the other, in the order of the line.
  expect(offers.map(({ id }) => id)).toEqual(line.slice(0, PLACES));
  const [jobs] = await app.get(Transactions).query<{ waiting: number }>(
    `select count(*)::int as waiting from pgboss.job where name = 'expire-place-offer'
        and data->>'registrationId' = any($1)`,
    [line],
  );
  expect(jobs).toEqual({ waiting: PLACES });
}, 120_000);

describe('a small line', () => {
  let event: TestEvent;
  let ids: string[];

  beforeEach(async () => {
    event = await anEvent(app, organizer.key);
    await anAdmission(app, event.key, { role: ParticipantRole.SUPPLIER, capacity: 1, offerHours: 2 });
    const houses = await manyOrganizations(4);
    ids = [];
    for (const [i, organizationId] of houses.entries())
      ids.push(
        await aRegistration(app, event.key, {
          organizationId,
          state: i === 0 ? 'CONFIRMED' : 'WAITLISTED',
          joinedAt: new Date(Date.now() + i),
        }),
      );
  });

  const states = async () => {
    const stored = await registrationsOf(app, event.key);
    return ids.map((id) => stored.find((one) => one.id === id)!.state);
  };
  const offerOf = async (id: string) => {
    const stored = (await registrationsOf(app, event.key)).find((one) => one.id === id)!;
    return { registrationId: id, offeredAt: stored.offeredAt!.toISOString() };
  };
  const accept = async (id: string) => {
    const organizationId = await organizationOf(id);
    return app.get(ChangeRegistration).accept(editorOf(organizationId), { id, organizationId });
  };

  it('an offer that was not accepted in time passes to the next; too late is told, and its timer twice does no harm', async () => {
    await withdraw(ids[0]!);
    const offer = await offerOf(ids[1]!);
    const job = app.get(ExpirePlaceOfferJob);
    await expect(job.handle(offer)).rejects.toThrow('still stands');
    const clock = clockOf(app);
    clock.advance(2 * 3_600_000);
    expect(await accept(ids[1]!)).toMatchObject({ code: 'PLACE_OFFER_EXPIRED' });
    await job.handle(offer);
    await job.handle(offer);
    expect(await states()).toEqual(['WITHDRAWN', 'LAPSED', 'OFFERED', 'WAITLISTED']);
    clock.advance(-2 * 3_600_000);
  });

  it('acceptance and expiry at once: one of them counts, and nobody is promoted for nothing', async () => {
    await withdraw(ids[0]!);
    const offer = await offerOf(ids[1]!);
    expect((await accept(ids[1]!)) as object).toMatchObject({ registration: { state: 'CONFIRMED' } });
    const clock = clockOf(app);
    clock.advance(3 * 3_600_000);
    await Promise.all([app.get(ExpirePlaceOfferJob).handle(offer), accept(ids[1]!)]);
    clock.advance(-3 * 3_600_000);
    expect(await states()).toEqual(['WITHDRAWN', 'CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
  });

  it('whoever is turned down by an offer’s end or withdraws twice frees one place only', async () => {
    await withdraw(ids[0]!);
    await Promise.all([withdraw(ids[1]!), withdraw(ids[1]!), withdraw(ids[0]!)]);
    expect(await states()).toEqual(['WITHDRAWN', 'WITHDRAWN', 'OFFERED', 'WAITLISTED']);
  });
});
