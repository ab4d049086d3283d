import { AsyncLocalStorage } from 'node:async_hooks';
import { Transactions } from '@app/database';
import { RegistrationChangesService, ExpirePlaceOfferJob, ParticipantRole } from '@app/matchmaking-events';
import { clockOf } from '../../support/builders/identity.js';
import { anAdmission, aRegistration, registrationsOf } from '../../support/builders/event-registrations.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { anEditorOf, manyOrganizations, rushOf } from '../../support/place-rush.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

/** The long form, 1,000 cancellations, is in test/faults. */
const PLACES = 150;
const WAITING = 170;

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
}, 60_000);
afterAll(() => app.close());

async function organizationOf(id: string): Promise<string> {
  const [row] = await app
    .get(Transactions)
    .query<{ key: string }>('select organization_id as key from event_registration where id = $1', [id]);
  return row!.key;
}

const editorOf = (organizationId: string) => anEditorOf(organizationId, organizer.editor.user.id);

async function withdraw(id: string): Promise<void> {
  const organizationId = await organizationOf(id);
  await app
    .get(RegistrationChangesService)
    .withdrawRegistration(editorOf(organizationId), { id, organizationId });
}

it('many cancellations at once: strictly the first of the line are offered a place, each once', async () => {
  const rush = await rushOf(app, PLACES, WAITING);
  expect([...rush.withdrawn].sort()).toEqual([...rush.holders].sort());
  expect([...rush.offered].sort()).toEqual(rush.line.slice(0, PLACES).sort());
  expect([...rush.waiting].sort()).toEqual(rush.line.slice(PLACES).sort());
  // One after the other, in the order of the line.
  expect(rush.offers).toEqual(rush.line.slice(0, PLACES));
  expect(rush.timers).toBe(PLACES);
}, 120_000);

describe('a small line', () => {
  let event: TestEvent;
  let ids: string[];

  beforeEach(async () => {
    event = await anEvent(app, organizer.key);
    await anAdmission(app, event.key, { role: ParticipantRole.SUPPLIER, capacity: 1, offerHours: 2 });
    const houses = await manyOrganizations(app, 4);
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
    return app.get(RegistrationChangesService).acceptPlace(editorOf(organizationId), { id, organizationId });
  };

  const waitingForLocks = async () => {
    const [row] = await app.get(Transactions).query<{ count: string }>(
      `select count(*) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%event_admission%'`,
    );
    return Number(row!.count);
  };

  /** Does all of it while the admission is held, until each waits for it: then they truly come at the same time. */
  const allAtOnce = async (...works: (() => Promise<unknown>)[]): Promise<unknown[]> => {
    let settled = 0;
    let most = 0;
    const started: Promise<unknown>[] = [];
    // What is done outside does not join the transaction that holds.
    const outside = AsyncLocalStorage.snapshot();
    await app.get(Transactions).run(async () => {
      await app
        .get(Transactions)
        .query('select from event_admission where event_id = $1 for update', [event.key]);
      for (const work of works) started.push(outside(work).finally(() => settled++));
      while (most < works.length && settled === 0) most = Math.max(most, await outside(waitingForLocks));
    });
    const done = await Promise.all(started);
    expect(most).toBe(works.length);
    return done;
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

  it('an offer made before the event begins ends with its beginning; the next one, on the day, ends with the event', async () => {
    const [times] = await app.get(Transactions).query<{ starts: Date; ends: Date }>(
      `update matchmaking_event set starts_at = now() + interval '1 hour', ends_at = now() + interval '150 minutes'
       where id = $1 returning starts_at as starts, ends_at as ends`,
      [event.key],
    );
    const endOf = async (id: string) =>
      (await registrationsOf(app, event.key)).find((one) => one.id === id)!.offerExpiresAt;
    await withdraw(ids[0]!);
    expect(await endOf(ids[1]!)).toEqual(times!.starts);
    const clock = clockOf(app);
    clock.advance(3_600_000);
    await app.get(ExpirePlaceOfferJob).handle(await offerOf(ids[1]!));
    expect(await states()).toEqual(['WITHDRAWN', 'LAPSED', 'OFFERED', 'WAITLISTED']);
    expect(await endOf(ids[2]!)).toEqual(times!.ends);
    clock.advance(-3_600_000);
  });

  it('acceptance and expiry at once: one of them counts, and nobody is promoted for nothing', async () => {
    await withdraw(ids[0]!);
    const offer = await offerOf(ids[1]!);
    expect((await accept(ids[1]!)) as object).toMatchObject({ registration: { state: 'CONFIRMED' } });
    const clock = clockOf(app);
    clock.advance(3 * 3_600_000);
    await allAtOnce(
      () => app.get(ExpirePlaceOfferJob).handle(offer),
      () => accept(ids[1]!),
    );
    clock.advance(-3 * 3_600_000);
    expect(await states()).toEqual(['WITHDRAWN', 'CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
  });

  it('whoever is turned down by an offer’s end or withdraws twice frees one place only', async () => {
    await withdraw(ids[0]!);
    await allAtOnce(
      () => withdraw(ids[1]!),
      () => withdraw(ids[1]!),
      () => withdraw(ids[0]!),
    );
    expect(await states()).toEqual(['WITHDRAWN', 'WITHDRAWN', 'OFFERED', 'WAITLISTED']);
  });
});
