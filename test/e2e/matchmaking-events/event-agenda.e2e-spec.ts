import { Transactions } from '@app/database';
import { EventKind } from '@app/matchmaking-events';
import {
  anEvent,
  aSchedule,
  storedEvent,
  type TestEvent,
} from '../../support/builders/matchmaking-events.js';
import { anOrganization, outsidersOf, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SET = `mutation ($input: SetEventAgendaInput!) { result: setEventAgenda(input: $input) {
  __typename
  ... on SetEventAgendaPayload { event { version agenda { title room starts ends startsAt speakers { name role } } } }
  ... on AgendaConflictError { code sessions room speaker message }
  ... on EventChangedMeanwhileError { currentVersion }
  ... on EventStateError { state } } }`;
const UPDATE = `mutation ($input: UpdateMatchmakingEventInput!) { result: updateMatchmakingEvent(input: $input) {
  __typename ... on UpdateMatchmakingEventPayload { event { agenda { title starts startsAt } } } } }`;

interface Answer {
  result: {
    __typename: string;
    code?: string;
    sessions?: number[];
    currentVersion?: number;
    event?: { version: number; agenda: { title: string; starts: string; startsAt: string }[] };
  };
}

let app: TestApp;
let organizer: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organizer = await anOrganization(app);
});
afterAll(() => app.close());

const day = aSchedule(20).starts.slice(0, 10);
const session = (title: string, from: string, to: string, more: object = {}) => ({
  title,
  starts: `${day}T${from}`,
  ends: `${day}T${to}`,
  ...more,
});
const by = (name: string, organization = '浙江大学') => ({ speakers: [{ name, organization }] });

async function set(event: TestEvent, sessions: object[], expectedVersion = 1): Promise<Answer['result']> {
  const input = { actingOrganizationId: organizer.id, eventId: event.id, expectedVersion, sessions };
  return (await organizer.editor.client.ok<Answer>(SET, { input })).result;
}

async function storedSessions(event: TestEvent): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ title: string }>('select title from event_session where event_id = $1 order by starts_at', [
      event.key,
    ]);
  return rows.map(({ title }) => title);
}

it('sets sessions with rooms and speakers, by their start', async () => {
  const event = await anEvent(app, organizer.key);
  const result = await set(event, [
    session('一对一洽谈', '13:00', '16:00', { room: '3号馆' }),
    session('开幕', '09:00', '10:00', { room: '主会场', speakers: [{ name: '王局长', role: '致辞' }] }),
  ]);
  expect(result.event).toMatchObject({
    version: 2,
    agenda: [
      {
        title: '开幕',
        room: '主会场',
        starts: `${day}T09:00`,
        startsAt: `${day}T01:00:00.000Z`,
        speakers: [{ name: '王局长', role: '致辞' }],
      },
      { title: '一对一洽谈', speakers: [] },
    ],
  });
});

it.each([
  ['one room', { room: '主会场' }, { code: 'ROOM_TAKEN_TWICE', room: '主会场', speaker: null }],
  ['one speaker', by('李工'), { code: 'SPEAKER_IN_TWO_SESSIONS', room: null, speaker: '李工' }],
])('the database refuses %s in two sessions at once, and the agenda stays', async (_, shared, expected) => {
  const event = await anEvent(app, organizer.key);
  await set(event, [session('开幕', '09:00', '09:30')]);
  const result = await set(
    event,
    [
      session('甲', '09:00', '10:00', shared),
      session('茶歇', '09:30', '10:30'),
      session('乙', '09:59', '11:00', shared),
    ],
    2,
  );
  expect(result).toMatchObject({ __typename: 'AgendaConflictError', sessions: [0, 2], ...expected });
  expect(await storedSessions(event)).toEqual(['开幕']);
  expect(await storedEvent(app, event.key)).toMatchObject({ version: 2 });
});

it('lets a room and a speaker go on where the last session ended, and namesakes of two houses speak at once', async () => {
  const event = await anEvent(app, organizer.key);
  const hall = { room: '主会场', ...by('李工') };
  const result = await set(event, [
    session('甲', '09:00', '10:00', hall),
    session('乙', '10:00', '11:00', hall),
    session('丙', '10:00', '11:00', { room: '二楼', ...by('李工', '宁波大学') }),
  ]);
  expect(result.__typename).toBe('SetEventAgendaPayload');
});

it('keeps sessions within the event', async () => {
  const event = await anEvent(app, organizer.key);
  const input = { actingOrganizationId: organizer.id, eventId: event.id, expectedVersion: 1 };
  const late = { input: { ...input, sessions: [session('晚宴', '16:30', '18:00')] } };
  const { extensions } = await organizer.editor.client.refused(SET, late);
  expect(extensions).toMatchObject({ reason: 'SESSION_OUTSIDE_EVENT', fields: ['input.sessions.0'] });
  expect(await storedSessions(event)).toEqual([]);
});

it('moves with the event, by the clock of the venue', async () => {
  const event = await anEvent(app, organizer.key);
  await set(event, [session('开幕', '09:30', '10:00')]);
  const schedule = { zone: 'Europe/Berlin', starts: '2027-10-30T09:00', ends: '2027-10-31T17:00' };
  const input = { actingOrganizationId: organizer.id, eventId: event.id, expectedVersion: 2, schedule };
  const { result } = await organizer.editor.client.ok<Answer>(UPDATE, { input });
  expect(result.event?.agenda).toEqual([
    { title: '开幕', starts: '2027-10-30T09:30', startsAt: '2027-10-30T07:30:00.000Z' },
  ]);
});

it('two at once: one sets it, the other is told of the version of now', async () => {
  const event = await anEvent(app, organizer.key);
  const results = await Promise.all(
    ['甲', '乙'].map((title) => set(event, [session(title, '09:00', '10:00')])),
  );
  expect(results.map(({ __typename }) => __typename).sort()).toEqual([
    'EventChangedMeanwhileError',
    'SetEventAgendaPayload',
  ]);
  expect(await storedSessions(event)).toHaveLength(1);
});

it('is for those who organize the event', async () => {
  const event = await anEvent(app, organizer.key, { kind: EventKind.FORUM });
  const input = { actingOrganizationId: organizer.id, eventId: event.id, expectedVersion: 1 };
  for (const { client, told } of await outsidersOf(app, organizer)) {
    const { extensions } = await client.refused(SET, {
      input: { ...input, sessions: [session('甲', '09:00', '10:00')] },
    });
    expect(extensions.code).toBe(told);
  }
  expect(await storedSessions(event)).toEqual([]);
});
