import { encodeGlobalId, newId } from '@app/kernel';
import { aStaffMember } from '../../support/builders/identity.js';
import { anEvent, anEventDraft, aSchedule, storedEvent } from '../../support/builders/matchmaking-events.js';
import { anOrganization, eventsAbout, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const mutation = (verb: string, outcomes: string) => `mutation ($input: ${verb}MatchmakingEventInput!) {
  result: ${verb.toLowerCase()}MatchmakingEvent(input: $input) {
    __typename
    ... on ${verb}MatchmakingEventPayload {
      event { state version title venue startsAt cancellationReason schedule { zone starts } }
    }
    ... on UserError { code message }
    ${outcomes}
  }
}`;
const STATE = '... on EventStateError { state }';
const UPDATE = mutation('Update', `${STATE} ... on EventChangedMeanwhileError { currentVersion }`);
const PUBLISH = mutation('Publish', STATE);
const CANCEL = mutation('Cancel', STATE);

interface Answer {
  result: {
    __typename: string;
    code?: string;
    state?: string;
    currentVersion?: number;
    event?: { state: string; version: number; title: string };
  };
}

let app: TestApp;
let organization: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organization = await anOrganization(app);
});
afterAll(() => app.close());

const step = (eventId: string, more: object = {}, actingOrganizationId = organization.id) => ({
  input: { actingOrganizationId, eventId, ...more },
});
const run = async (
  operation: string,
  eventId: string,
  more: object = {},
  client = organization.editor.client,
) => (await client.ok<Answer>(operation, step(eventId, more))).result;
const draft = () => anEventDraft(app, organization.key);
const BECAUSE = { reason: '场地维修' };

describe('an update', () => {
  it('changes what is said, moves the instants with the zone, and finds the concepts anew', async () => {
    const { id, key } = await draft();
    const schedule = { zone: 'Europe/Berlin', starts: '2027-07-01T09:00', ends: '2027-07-01T17:00' };
    expect(
      await run(UPDATE, id, { expectedVersion: 1, title: '机械加工专场', venue: null, schedule }),
    ).toMatchObject({
      __typename: 'UpdateMatchmakingEventPayload',
      event: {
        version: 2,
        title: '机械加工专场',
        venue: null,
        state: 'DRAFT',
        startsAt: '2027-07-01T07:00:00.000Z',
        schedule: { zone: 'Europe/Berlin', starts: '2027-07-01T09:00' },
      },
    });
    const { extractedConcepts } = await storedEvent(app, key);
    expect(extractedConcepts.map(({ conceptId }) => conceptId)).toContain('mechanical-processing');
    expect(await eventsAbout(app, key)).toEqual(['MatchmakingEventChanged']);
  });

  it('leaves alone what it does not speak of', async () => {
    const { id, key } = await draft();
    const before = await storedEvent(app, key);
    await run(UPDATE, id, { expectedVersion: 1, themes: ['压铸'] });
    const after = await storedEvent(app, key);
    const { themes, version, updatedAt, extractedConcepts } = after;
    expect(themes).toEqual(['压铸']);
    expect({ ...before, themes, version, updatedAt, extractedConcepts }).toEqual(after);
  });

  it('by two at once is made by one; the other is told the version', async () => {
    const { id, key } = await draft();
    const outcomes = await Promise.all(
      [organization.owner, organization.editor].map(({ client }, i) =>
        run(UPDATE, id, { expectedVersion: 1, title: `标题${i}` }, client),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'EventChangedMeanwhileError',
      'UpdateMatchmakingEventPayload',
    ]);
    expect(outcomes.find(({ code }) => code)).toMatchObject({
      code: 'EVENT_CHANGED_MEANWHILE',
      currentVersion: 2,
    });
    const { title } = outcomes.find(({ event }) => event)!.event!;
    expect(await storedEvent(app, key)).toMatchObject({ version: 2, title });
  });

  it('cannot take the place from an announced event, nor move its end into the past', async () => {
    const { id, key } = await anEvent(app, organization.key);
    expect(await run(UPDATE, id, { expectedVersion: 1, venue: null })).toMatchObject({
      code: 'EVENT_WITHOUT_PLACE',
    });
    expect(await run(UPDATE, id, { expectedVersion: 1, schedule: aSchedule(-5) })).toMatchObject({
      code: 'EVENT_IN_PAST',
    });
    expect(await storedEvent(app, key)).toMatchObject({ version: 1, venue: '国际博览中心' });
    expect(await eventsAbout(app, key)).toEqual([]);
    const online = { venue: null, onlineUrl: 'https://meet.example.com/' };
    expect(await run(UPDATE, id, { expectedVersion: 1, ...online })).toMatchObject({ event: { version: 2 } });
  });

  it.each([
    ['over', () => anEvent(app, organization.key, { days: -5 }), 'EVENT_IS_FINISHED', 'FINISHED'],
    [
      'cancelled',
      () => anEvent(app, organization.key, {}, { decidedState: 'CANCELLED' as never }),
      'EVENT_IS_CANCELLED',
      'CANCELLED',
    ],
  ])('of an event that is %s is an outcome', async (_, make, code, state) => {
    const { id, key } = await make();
    expect(await run(UPDATE, id, { expectedVersion: 1, title: '太晚了' })).toMatchObject({ code, state });
    expect(await storedEvent(app, key)).toMatchObject({ version: 1, title: '汽车零部件供需对接会' });
  });

  it('refuses a time that clocks skip, and changes nothing', async () => {
    const { id, key } = await draft();
    const schedule = { zone: 'America/New_York', starts: '2027-03-14T02:30', ends: '2027-03-14T12:00' };
    const input = step(id, { expectedVersion: 1, schedule });
    const error = await organization.owner.client.refused(UPDATE, input);
    expect(error.extensions).toMatchObject({
      reason: 'LOCAL_TIME_SKIPPED',
      fields: ['input.schedule.starts'],
    });
    expect(await storedEvent(app, key)).toMatchObject({ version: 1, zone: 'Asia/Shanghai' });
  });
});

describe('publication', () => {
  it('announces a draft once, also when two do it at once', async () => {
    const { id, key } = await draft();
    const states = await Promise.all(
      [organization.owner, organization.editor].map(({ client }) => run(PUBLISH, id, {}, client)),
    );
    expect(states.map(({ event }) => event)).toMatchObject([
      { state: 'PUBLISHED', version: 2 },
      { state: 'PUBLISHED', version: 2 },
    ]);
    expect((await storedEvent(app, key)).publishedAt).toBeInstanceOf(Date);
    expect(await eventsAbout(app, key)).toEqual(['MatchmakingEventChanged', 'MatchmakingEventPublished']);
  });

  it.each([
    ['has no place', { venue: null }, 'EVENT_WITHOUT_PLACE'],
    ['has a venue but no region', { regionCode: null }, 'EVENT_WITHOUT_PLACE'],
    ['lies in the past', { days: -5 }, 'EVENT_IN_PAST'],
  ])('of a draft that %s is an outcome, and it stays a draft', async (_, terms, code) => {
    const { id, key } = await anEventDraft(app, organization.key, terms);
    expect(await run(PUBLISH, id)).toMatchObject({ code });
    expect(await storedEvent(app, key)).toMatchObject({
      decidedState: 'DRAFT',
      version: 1,
      publishedAt: null,
    });
    expect(await eventsAbout(app, key)).toEqual([]);
  });

  it('of a cancelled event is an outcome', async () => {
    const { id, key } = await draft();
    await run(CANCEL, id, BECAUSE);
    expect(await run(PUBLISH, id)).toMatchObject({ code: 'EVENT_IS_CANCELLED', state: 'CANCELLED' });
    expect(await storedEvent(app, key)).toMatchObject({ decidedState: 'CANCELLED', publishedAt: null });
  });
});

describe('cancellation', () => {
  it('gives its reason to everybody, once and for good', async () => {
    const { id, key } = await anEvent(app, organization.key);
    const cancelled = { state: 'CANCELLED', cancellationReason: '场地维修', version: 2 };
    expect(await run(CANCEL, id, BECAUSE)).toMatchObject({ event: cancelled });
    expect(await run(CANCEL, id, { reason: '另一个理由' })).toMatchObject({ event: cancelled });
    const SEEN = 'query ($id: ID!) { matchmakingEvent(id: $id) { state cancellationReason version } }';
    expect(await app.asGuest().ok(SEEN, { id })).toEqual({ matchmakingEvent: cancelled });
    expect(await eventsAbout(app, key)).toEqual(['MatchmakingEventChanged', 'MatchmakingEventCancelled']);
  });

  it('of what is over is an outcome', async () => {
    const { id, key } = await anEvent(app, organization.key, { days: -5 });
    expect(await run(CANCEL, id, BECAUSE)).toMatchObject({ code: 'EVENT_IS_FINISHED', state: 'FINISHED' });
    expect(await storedEvent(app, key)).toMatchObject({ decidedState: 'PUBLISHED', version: 1 });
  });

  it('needs a reason', async () => {
    const { id, key } = await anEvent(app, organization.key);
    const error = await organization.owner.client.refused(CANCEL, step(id, { reason: '  ' }));
    expect(error.extensions).toMatchObject({ reason: 'INVALID_INPUT', fields: ['input.reason'] });
    expect(await storedEvent(app, key)).toMatchObject({ decidedState: 'PUBLISHED' });
  });
});

describe('every change', () => {
  const operations: [string, string, object][] = [
    ['updateMatchmakingEvent', UPDATE, { expectedVersion: 1, title: '他人所改' }],
    ['publishMatchmakingEvent', PUBLISH, {}],
    ['cancelMatchmakingEvent', CANCEL, BECAUSE],
  ];

  it.each(operations)(
    '%s of an announced one is refused to all but its owners and editors',
    async (_, operation, more) => {
      const { id, key } = await anEvent(app, organization.key);
      const before = await storedEvent(app, key);
      const rival = await anOrganization(app);
      const staff = (await aStaffMember(app)).client;
      for (const client of [organization.viewer.client, rival.owner.client, staff])
        expect((await client.refused(operation, step(id, more))).extensions.code).toBe('FORBIDDEN');
      const asRival = step(id, more, rival.id);
      expect((await rival.owner.client.refused(operation, asRival)).extensions.code).toBe('FORBIDDEN');
      const guest = await app.asGuest().refused(operation, step(id, more));
      expect(guest.extensions.code).toBe('UNAUTHENTICATED');
      expect(await storedEvent(app, key)).toEqual(before);
      expect(await eventsAbout(app, key)).toEqual([]);
    },
  );

  it.each(operations)('%s of a draft does not exist for a stranger', async (_, operation, more) => {
    const { id, key } = await draft();
    const rival = await anOrganization(app);
    for (const client of [rival.owner.client, (await aStaffMember(app)).client])
      expect((await client.refused(operation, step(id, more))).extensions.code).toBe('NOT_FOUND');
    const reader = await organization.viewer.client.refused(operation, step(id, more));
    expect(reader.extensions.code).toBe('FORBIDDEN');
    expect(await storedEvent(app, key)).toMatchObject({ decidedState: 'DRAFT', version: 1 });
    expect(await eventsAbout(app, key)).toEqual([]);
  });

  it.each(operations)('%s of what is not there is not found', async (_, operation, more) => {
    const missing = step(encodeGlobalId('MatchmakingEvent', newId()), more);
    const error = await organization.owner.client.refused(operation, missing);
    expect(error.extensions.code).toBe('NOT_FOUND');
  });
});
