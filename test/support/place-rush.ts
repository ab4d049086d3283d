import { Transactions } from '@app/database';
import { MemberRole, Viewer } from '@app/identity';
import { newId } from '@app/kernel';
import { RegistrationChangesService, ParticipantRole } from '@app/matchmaking-events';
import { anAdmission, registrationsOf } from './builders/event-registrations.js';
import { anEvent } from './builders/matchmaking-events.js';
import { anOrganization } from './builders/organizations.js';
import type { TestApp } from './test-app.js';

const AT_ONCE = 16;

/** What became of a line whose places were all given back at once, and of those that held them. */
export interface RushFigures {
  /** Registrations that held a place, and those that waited, in the order of the line. */
  readonly holders: readonly string[];
  readonly line: readonly string[];
  readonly withdrawn: readonly string[];
  readonly offered: readonly string[];
  readonly waiting: readonly string[];
  /** The offers in the order in which they were made. */
  readonly offers: readonly string[];
  /** How many offers have a timer that ends them. */
  readonly timers: number;
}

/** Bare organizations, many at once; gives their keys. */
export async function manyOrganizations(app: TestApp, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, () => newId());
  await app.get(Transactions).query(
    `insert into organization (id, credit_code, name, normalised_name, source)
     select k, upper(right(replace(k::text, '-', ''), 18)), k::text, k::text, 'REGISTRATION' from unnest($1::uuid[]) k`,
    [keys],
  );
  return keys;
}

/** Somebody who may change what an organization has registered. */
export function anEditorOf(organizationId: string, userId: string): Viewer {
  return new Viewer(userId, false, [{ organizationId, role: MemberRole.EDITOR }]);
}

/** Fills an event, lets a line form, and has every holder of a place give it back, many at a time. */
export async function rushOf(app: TestApp, places: number, waiting: number): Promise<RushFigures> {
  const organizer = await anOrganization(app);
  const event = await anEvent(app, organizer.key);
  await anAdmission(app, event.key, { role: ParticipantRole.SUPPLIER, capacity: places });
  const { holders, line } = await fill(app, event.key, places, waiting);
  const before = await registrationsOf(app, event.key);
  const houses = new Map(before.map(({ id, organizationId }) => [id, organizationId!]));
  await inCrowd(holders, (id) => {
    const organizationId = houses.get(id)!;
    const viewer = anEditorOf(organizationId, organizer.editor.user.id);
    return app.get(RegistrationChangesService).withdrawRegistration(viewer, { id, organizationId });
  });
  const stored = await registrationsOf(app, event.key);
  const inState = (state: string) => stored.filter((one) => one.state === state).map(({ id }) => id);
  const offers = await app.get(Transactions).query<{ id: string }>(
    `select d.aggregate_id as id from domain_event d join event_registration r on r.id = d.aggregate_id
      where d.type = 'EventPlaceOffered' and r.event_id = $1 order by d.id`,
    [event.key],
  );
  const [jobs] = await app.get(Transactions).query<{ waiting: number }>(
    `select count(*)::int as waiting from pgboss.job where name = 'expire-place-offer'
        and data->>'registrationId' = any($1)`,
    [line],
  );
  return {
    holders,
    line,
    withdrawn: inState('WITHDRAWN'),
    offered: inState('OFFERED'),
    waiting: inState('WAITLISTED'),
    offers: offers.map(({ id }) => id),
    timers: jobs!.waiting,
  };
}

/** Registers organizations; the order of the line is by priority first and not that of their keys. */
async function fill(
  app: TestApp,
  eventId: string,
  places: number,
  waiting: number,
): Promise<{ holders: string[]; line: string[] }> {
  const keys = await manyOrganizations(app, places + waiting);
  const insert = `insert into event_registration
      (id, event_id, role, organization_id, state, priority, joined_at, created_at, updated_at)
    select id, $1, 'SUPPLIER', organization_id, $2, (n % $3)::int, now() - make_interval(secs => (n * 7919) % 100003),
           now(), now()
      from unnest($4::uuid[], $5::uuid[]) with ordinality as t(id, organization_id, n) returning id`;
  const add = async (state: string, priorities: number, organizations: string[]) => {
    const ids = organizations.map(() => newId());
    await app.get(Transactions).query(insert, [eventId, state, priorities, ids, organizations]);
    const rows = await app
      .get(Transactions)
      .query<{ id: string }>(
        `select id from event_registration where event_id = $1 and state = $2 order by priority desc, joined_at, id`,
        [eventId, state],
      );
    return rows.map(({ id }) => id);
  };
  return {
    holders: await add('CONFIRMED', 1, keys.slice(0, places)),
    line: await add('WAITLISTED', 3, keys.slice(places)),
  };
}

/** Runs work for all of them, so many at a time. */
async function inCrowd<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
