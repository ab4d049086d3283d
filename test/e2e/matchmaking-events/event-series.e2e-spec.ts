import { EventState } from '@app/matchmaking-events';
import { Transactions } from '@app/database';
import { anEvent, storedEvents } from '../../support/builders/matchmaking-events.js';
import { anOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REPEAT = `mutation ($input: RepeatMatchmakingEventInput!) { result: repeatMatchmakingEvent(input: $input) {
  ... on RepeatMatchmakingEventPayload { events { id title state schedule { zone starts ends } startsAt agenda { title starts } } } } }`;
const AGENDA = `mutation ($input: SetEventAgendaInput!) { setEventAgenda(input: $input) { __typename } }`;
const FAIRS = `query ($month: Int, $regionCode: String, $industryCode: String) {
  recurringFairs(month: $month, regionCode: $regionCode, industryCode: $industryCode) { id name months frequency region { code } } }`;

interface Repeated {
  result: {
    events: {
      id: string;
      state: string;
      startsAt: string;
      schedule: { starts: string };
      agenda: { starts: string }[];
    }[];
  };
}
interface Fairs {
  recurringFairs: { id: string; name: string; months: number[]; region: { code: string } }[];
}

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
});
afterAll(() => app.close());

const inBerlin = {
  zone: 'Europe/Berlin',
  startsLocal: '2027-10-21T09:00',
  endsLocal: '2027-10-21T17:00',
  startsAt: new Date('2027-10-21T07:00:00Z'),
  endsAt: new Date('2027-10-21T15:00:00Z'),
};

it('next year’s edition is a draft with terms and agenda, on the same weekday', async () => {
  const event = await anEvent(app, organizer.key, {}, inBerlin);
  const own = { actingOrganizationId: organizer.id, eventId: event.id };
  const sessions = [{ title: '开幕', starts: '2027-10-21T09:30', ends: '2027-10-21T10:00' }];
  await organizer.editor.client.ok(AGENDA, { input: { ...own, expectedVersion: 1, sessions } });
  const { result } = await organizer.editor.client.ok<Repeated>(REPEAT, { input: own });
  expect(result.events).toMatchObject([
    {
      title: event.title,
      state: 'DRAFT',
      schedule: { starts: '2028-10-19T09:00' },
      agenda: [{ starts: '2028-10-19T09:30' }],
    },
  ]);
});

it('a series keeps the clock of the venue over a change of its offset, and a retry drafts nothing', async () => {
  const house = await anOrganization(app);
  const event = await anEvent(app, house.key, {}, inBerlin);
  const input = {
    actingOrganizationId: house.id,
    eventId: event.id,
    step: 'WEEKLY',
    times: 3,
    clientMutationId: 'w',
  };
  const once = await house.editor.client.ok<Repeated>(REPEAT, { input });
  const again = await house.editor.client.ok<Repeated>(REPEAT, { input });
  expect(once.result.events.map(({ schedule, startsAt }) => [schedule.starts, startsAt])).toEqual([
    ['2027-10-28T09:00', '2027-10-28T07:00:00.000Z'],
    ['2027-11-04T09:00', '2027-11-04T08:00:00.000Z'],
    ['2027-11-11T09:00', '2027-11-11T08:00:00.000Z'],
  ]);
  expect(again).toEqual(once);
  const stored = await storedEvents(app, house.key);
  expect(stored).toHaveLength(4);
  expect(new Set(stored.map(({ seriesId }) => seriesId))).toEqual(new Set([event.key]));
});

it('announced editions are seen by everybody, drafts by nobody else', async () => {
  const house = await anOrganization(app);
  const event = await anEvent(app, house.key);
  await house.editor.client.ok(REPEAT, {
    input: { actingOrganizationId: house.id, eventId: event.id, step: 'MONTHLY', times: 2 },
  });
  const query = `query ($id: ID!) { matchmakingEvent(id: $id) { seriesEditions { id } } }`;
  expect(await app.asGuest().ok(query, { id: event.id })).toEqual({
    matchmakingEvent: { seriesEditions: [{ id: event.id }] },
  });
  await app
    .get(Transactions)
    .query(`update matchmaking_event set state = $2 where series_id = $1`, [event.key, EventState.PUBLISHED]);
  const { matchmakingEvent } = await app
    .asGuest()
    .ok<{ matchmakingEvent: { seriesEditions: object[] } }>(query, { id: event.id });
  expect(matchmakingEvent.seriesEditions).toHaveLength(3);
});

it('nobody else repeats an event', async () => {
  const event = await anEvent(app, organizer.key);
  const rival = await anOrganization(app);
  const input = { actingOrganizationId: rival.id, eventId: event.id };
  expect((await rival.owner.client.refused(REPEAT, { input })).extensions.code).toBe('FORBIDDEN');
  expect(await storedEvents(app, rival.key)).toEqual([]);
});

it('recurring fairs of the Delta are listed by month, place and trade', async () => {
  const all = (await app.asGuest().ok<Fairs>(FAIRS)).recurringFairs;
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(all.every(({ region }) => /^(31|32|33|34)/.test(region.code))).toBe(true);
  const found = await app
    .asGuest()
    .in('en')
    .ok<Fairs>(FAIRS, { month: 9, regionCode: '31', industryCode: 'C34' });
  expect(found.recurringFairs.map(({ name }) => name)).toEqual(['China International Industry Fair']);
  const { extensions } = await app.asGuest().refused(FAIRS, { regionCode: '999999' });
  expect(extensions).toMatchObject({ reason: 'UNKNOWN_REGION', fields: ['regionCode'] });
});
