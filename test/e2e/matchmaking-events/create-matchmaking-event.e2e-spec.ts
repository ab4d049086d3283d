import { aSchedule, storedEvents } from '../../support/builders/matchmaking-events.js';
import { anOrganization, eventsAbout, outsidersOf } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CREATE = `mutation ($input: CreateMatchmakingEventInput!) {
  createMatchmakingEvent(input: $input) {
    __typename
    ... on CreateMatchmakingEventPayload {
      event {
        id kind state title description venue address onlineUrl themes version startsAt endsAt publishedAt
        schedule { zone starts startsOccurrence ends endsOccurrence }
        region { code name } industries { code } concepts { id } organizer { name }
      }
    }
  }
}`;

interface Answer {
  createMatchmakingEvent: { event: { id: string; startsAt: string; concepts: { id: string }[] } };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const draft = (actingOrganizationId: string, more: object = {}) => ({
  input: {
    actingOrganizationId,
    kind: 'DOCKING_SESSION',
    title: '新能源汽车压铸件对接会',
    schedule: aSchedule(20),
    ...more,
  },
});

it('drafts an event with everything that an organizer can say', async () => {
  const organization = await anOrganization(app);
  const { createMatchmakingEvent } = await organization.editor.client.ok<Answer>(
    CREATE,
    draft(organization.id, {
      description: ' 四家整车企业现场发布采购清单 ',
      schedule: { starts: '2027-03-01T09:00', ends: '2027-03-02T17:00' },
      regionCode: '330109',
      venue: '国际博览中心 3号馆',
      address: '萧山区奔竞大道',
      onlineUrl: 'https://meet.example.com/nev',
      industryCodes: ['C3392', 'C36', 'C3392'],
      themes: ['压铸', ' 线束 ', '压铸'],
    }),
  );
  const { event } = createMatchmakingEvent;
  expect(event).toMatchObject({
    kind: 'DOCKING_SESSION',
    state: 'DRAFT',
    title: '新能源汽车压铸件对接会',
    description: '四家整车企业现场发布采购清单',
    schedule: {
      zone: 'Asia/Shanghai',
      starts: '2027-03-01T09:00',
      startsOccurrence: null,
      ends: '2027-03-02T17:00',
      endsOccurrence: null,
    },
    startsAt: '2027-03-01T01:00:00.000Z',
    endsAt: '2027-03-02T09:00:00.000Z',
    region: { code: '330109', name: '萧山区' },
    venue: '国际博览中心 3号馆',
    address: '萧山区奔竞大道',
    onlineUrl: 'https://meet.example.com/nev',
    industries: [{ code: 'C3392' }, { code: 'C36' }],
    themes: ['压铸', '线束'],
    version: 1,
    publishedAt: null,
    organizer: { name: organization.name },
  });
  expect(event.concepts.map(({ id }) => id)).toContain('die-casting');
  const [stored] = await storedEvents(app, organization.key);
  expect(await eventsAbout(app, stored!.id)).toEqual(['MatchmakingEventChanged']);
});

it('asks which of two equal clock times is meant, and keeps the answer', async () => {
  const organization = await anOrganization(app);
  const night = { zone: 'Europe/Berlin', starts: '2027-10-31T02:30', ends: '2027-10-31T12:00' };
  const error = await organization.editor.client
    .in('en')
    .refused(CREATE, draft(organization.id, { schedule: night }));
  expect(error).toMatchObject({
    message:
      '2027-10-31T02:30 comes twice in Europe/Berlin, since clocks are set back; please say which one is meant.',
    extensions: { reason: 'LOCAL_TIME_AMBIGUOUS', fields: ['input.schedule.starts'] },
  });
  const later = { ...night, startsOccurrence: 'LATER' };
  const made = await organization.editor.client.ok<Answer>(
    CREATE,
    draft(organization.id, { schedule: later }),
  );
  expect(made.createMatchmakingEvent.event).toMatchObject({
    startsAt: '2027-10-31T01:30:00.000Z',
    schedule: { starts: '2027-10-31T02:30', startsOccurrence: 'LATER' },
  });
});

it('makes one of a retried creation, also when both come at once', async () => {
  const organization = await anOrganization(app);
  const input = draft(organization.id, { clientMutationId: 'k1' });
  const { client } = organization.editor;
  const answers = [
    ...(await Promise.all([client.ok<Answer>(CREATE, input), client.ok<Answer>(CREATE, input)])),
    await client.ok<Answer>(CREATE, input),
  ];
  expect(new Set(answers.map((answer) => answer.createMatchmakingEvent.event.id)).size).toBe(1);
  const [stored, ...others] = await storedEvents(app, organization.key);
  expect(others).toEqual([]);
  expect(await eventsAbout(app, stored!.id)).toEqual(['MatchmakingEventChanged']);
});

it('is refused to everybody but owners and editors, and nothing is made', async () => {
  const organization = await anOrganization(app);
  for (const { who, client, told } of await outsidersOf(app, organization)) {
    const error = await client.refused(CREATE, draft(organization.id));
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  expect(await storedEvents(app, organization.key)).toEqual([]);
});

const at = (starts: string, ends: string, zone = 'Asia/Shanghai') => ({ schedule: { zone, starts, ends } });

it.each([
  [
    'a zone that there is not',
    at('2027-03-01T09:00', '2027-03-01T17:00', 'Asia/Hangzhou'),
    'UNKNOWN_TIME_ZONE',
  ],
  ['an offset for a zone', at('2027-03-01T09:00', '2027-03-01T17:00', '+08:00'), 'UNKNOWN_TIME_ZONE'],
  [
    'a time that clocks skip',
    at('2027-03-28T02:30', '2027-03-28T12:00', 'Europe/Berlin'),
    'LOCAL_TIME_SKIPPED',
  ],
  ['a day that there is not', at('2027-02-30T09:00', '2027-03-01T17:00'), 'INVALID_LOCAL_TIME'],
  ['an end before the start', at('2027-03-01T09:00', '2027-03-01T08:00'), 'EVENT_ENDS_BEFORE_START'],
  ['an event of two years', at('2027-03-01T09:00', '2029-03-01T08:00'), 'EVENT_TOO_LONG'],
  ['a link that is not https', { onlineUrl: 'http://meet.example.com' }, 'ONLINE_URL_NOT_HTTPS'],
  ['a link with a password', { onlineUrl: 'https://a:b@meet.example.com' }, 'ONLINE_URL_NOT_HTTPS'],
  ['a script for a link', { onlineUrl: 'javascript:alert(1)' }, 'ONLINE_URL_NOT_HTTPS'],
  ['an unknown region', { regionCode: '00' }, 'UNKNOWN_REGION'],
  ['an unknown industry', { industryCodes: ['C36', 'Z1'] }, 'UNKNOWN_INDUSTRY'],
  ['a blank title', { title: '   ' }, 'INVALID_INPUT'],
])('refuses %s, and nothing is made', async (_, more, reason) => {
  const organization = await anOrganization(app);
  const error = await organization.owner.client.refused(CREATE, draft(organization.id, more));
  expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
  expect(await storedEvents(app, organization.key)).toEqual([]);
});
