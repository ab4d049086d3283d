import { EventKind, EventState } from '@app/matchmaking-events';
import { encodeGlobalId, newId } from '@app/kernel';
import { DocumentSources } from '@app/search';
import { aPerson, aStaffMember, clockOf } from '../../support/builders/identity.js';
import { anEvent, anEventDraft } from '../../support/builders/matchmaking-events.js';
import { anOrganization } from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const CANCELLED = { decidedState: EventState.CANCELLED as const, cancellationReason: '场地维修' };

describe('an event', () => {
  const ONE = `query ($id: ID!) { matchmakingEvent(id: $id) { id title state } node(id: $id) { __typename id } }`;

  it('is seen by everybody once announced, also when it is over or cancelled', async () => {
    const { key } = await anOrganization(app);
    const person = (await aPerson(app)).client;
    for (const [state, made] of [
      ['PUBLISHED', await anEvent(app, key)],
      ['FINISHED', await anEvent(app, key, { days: -5 })],
      ['CANCELLED', await anEvent(app, key, {}, CANCELLED)],
    ] as const) {
      const { id, title } = made;
      const seen = { matchmakingEvent: { id, title, state }, node: { __typename: 'MatchmakingEvent', id } };
      expect(await app.asGuest().ok(ONE, { id })).toEqual(seen);
      expect(await person.ok(ONE, { id })).toEqual(seen);
    }
  });

  it('is there for the organizer’s members only while it was never announced', async () => {
    const [organization, rival] = [await anOrganization(app), await anOrganization(app)];
    const drafts = [
      await anEventDraft(app, organization.key),
      await anEvent(app, organization.key, {}, { ...CANCELLED, publishedAt: null }),
    ];
    const staff = (await aStaffMember(app)).client;
    for (const { id } of drafts) {
      for (const client of [app.asGuest(), rival.owner.client, staff])
        expect(await client.ok(ONE, { id })).toEqual({ matchmakingEvent: null, node: null });
      expect(await organization.viewer.client.ok(ONE, { id })).toMatchObject({ matchmakingEvent: { id } });
    }
  });

  it('that is not there is null; an id of another kind is refused', async () => {
    const nothing = { matchmakingEvent: null, node: null };
    expect(await app.asGuest().ok(ONE, { id: encodeGlobalId('MatchmakingEvent', newId()) })).toEqual(nothing);
    const { id } = await anOrganization(app);
    expect((await app.asGuest().refused(ONE, { id })).extensions.reason).toBe('INVALID_ID');
  });

  it('finishes by the clock alone', async () => {
    const { id } = await anEvent(app, (await anOrganization(app)).key, { days: 3 });
    const clock = clockOf(app);
    const state = async () =>
      (
        await app
          .asGuest()
          .ok<{ node: { state: string } }>(
            'query ($id: ID!) { node(id: $id) { ... on MatchmakingEvent { state } } }',
            { id },
          )
      ).node.state;
    expect(await state()).toBe('PUBLISHED');
    clock.advance(5 * 86_400_000);
    expect(await state()).toBe('FINISHED');
    clock.advance(-5 * 86_400_000);
  });
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { title: string; state: string } }[];
}
const FIELDS = `totalCount pageInfo { hasNextPage endCursor }
  edges { node { title state organizer { name } region { name } industries { name } concepts { name } } }`;
const titles = ({ edges }: Page) => edges.map(({ node }) => node.title);

describe('the calendar', () => {
  const LIST = `query ($first: Int!, $after: String, $kinds: [EventKind!], $regionCode: String, $from: DateTime, $to: DateTime, $all: Boolean! = false) {
    matchmakingEvents(first: $first, after: $after, kinds: $kinds, regionCode: $regionCode, from: $from, to: $to, includeCancelled: $all) { ${FIELDS} }
  }`;
  const list = async (more: object = {}, client: GraphqlClient = app.asGuest()) =>
    (await client.ok<{ matchmakingEvents: Page }>(LIST, { first: 100, ...more })).matchmakingEvents;
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('lists the announced ones by start, page by page, and nobody’s drafts', async () => {
    const organization = await anOrganization(app);
    const period = { from: inDays(1000), to: inDays(1100) };
    for (const days of [1030, 1010, 1050, 1020, 1040])
      await anEvent(app, organization.key, { days, title: `第${days}天` });
    await anEventDraft(app, organization.key, { days: 1015 });
    await anEvent(app, organization.key, { days: 1025, title: '取消' }, CANCELLED);
    const { client } = organization.owner;
    const first = await list({ ...period, first: 3 }, client);
    const second = await list({ ...period, first: 3, after: first.pageInfo.endCursor }, client);
    expect([...titles(first), ...titles(second)]).toEqual(
      [1010, 1020, 1030, 1040, 1050].map((d) => `第${d}天`),
    );
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([first.totalCount, second.totalCount]).toEqual([5, 5]);
    expect(titles(await list({ ...period, all: true }))).toEqual([
      '第1010天',
      '第1020天',
      '取消',
      '第1030天',
      '第1040天',
      '第1050天',
    ]);
  });

  it('is narrowed by kind, region and period', async () => {
    const { key } = await anOrganization(app);
    const period = { from: inDays(2000), to: inDays(2100) };
    await anEvent(app, key, { days: 2010, title: '杭州对接', regionCode: '330109' });
    await anEvent(app, key, { days: 2020, title: '宁波论坛', regionCode: '3302', kind: EventKind.FORUM });
    await anEvent(app, key, {
      days: 2030,
      title: '上海展会',
      regionCode: '310115',
      kind: EventKind.TRADE_FAIR,
    });
    expect(titles(await list({ ...period, regionCode: '33' }))).toEqual(['杭州对接', '宁波论坛']);
    expect(titles(await list({ ...period, regionCode: '330100' }))).toEqual(['杭州对接']);
    expect(titles(await list({ ...period, kinds: ['FORUM', 'TRADE_FAIR'] }))).toEqual([
      '宁波论坛',
      '上海展会',
    ]);
    expect(titles(await list({ from: inDays(2015), to: inDays(2025) }))).toEqual(['宁波论坛']);
    expect(titles(await list({ from: inDays(2040), to: inDays(2100) }))).toEqual([]);
  });

  it.each([
    [
      'a period upside down',
      { from: '2027-03-02T00:00:00Z', to: '2027-03-01T00:00:00Z' },
      'PERIOD_UPSIDE_DOWN',
    ],
    ['an unknown region', { regionCode: '00' }, 'UNKNOWN_REGION'],
    ['a page of 101', { first: 101 }, 'INVALID_INPUT'],
  ])('refuses %s', async (_, more, reason) => {
    const error = await app.asGuest().refused(LIST, { first: 20, ...more });
    expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
  });

  it('takes the same number of statements for 1 and for 20, of many organizers', async () => {
    const period = { from: inDays(3000), to: inDays(3100) };
    for (let i = 0; i < 20; i++) await anEvent(app, (await anOrganization(app)).key, { days: 3010 + i });
    const ask = (first: number) => app.statements.during(() => list({ ...period, first }));
    const [one, twenty] = [await ask(1), await ask(20)];
    expect(twenty.result.edges).toHaveLength(20);
    expect(one.statements).toHaveLength(3);
    expect(twenty.statements).toHaveLength(3);
  });
});

describe('the events of an organization', () => {
  const LIST = `query ($id: ID!) { organization(id: $id) { matchmakingEvents { ${FIELDS} } } }`;
  const list = async (id: string, client: GraphqlClient) =>
    (await client.ok<{ organization: { matchmakingEvents: Page } }>(LIST, { id })).organization
      .matchmakingEvents;

  it('are the announced ones, the latest first, and everything for its members', async () => {
    const organization = await anOrganization(app);
    await anEvent(app, organization.key, { days: -5, title: '往届' });
    await anEvent(app, organization.key, { days: 5, title: '本届' });
    await anEventDraft(app, organization.key, { days: 9, title: '下届' });
    await anEvent(app, (await anOrganization(app)).key);
    const all = [
      ['下届', 'DRAFT'],
      ['本届', 'PUBLISHED'],
      ['往届', 'FINISHED'],
    ];
    const seen = async (client: GraphqlClient) =>
      (await list(organization.id, client)).edges.map(({ node }) => [node.title, node.state]);
    expect(await seen(organization.viewer.client)).toEqual(all);
    expect(await seen(app.asGuest())).toEqual(all.slice(1));
    expect(await seen((await aStaffMember(app)).client)).toEqual(all.slice(1));
    expect((await list(organization.id, app.asGuest())).totalCount).toBe(2);
  });
});

describe('the search documents', () => {
  it('are those of announced events, with place, trade and instants', async () => {
    const source = app.get(DocumentSources).getSource('events');
    const { key, name } = await anOrganization(app);
    const before = await source.count();
    const shown = await anEvent(app, key, {
      title: '压铸件对接会',
      regionCode: '330109',
      industryCodes: ['C3392', 'C339'],
      themes: ['压铸'],
      onlineUrl: 'https://meet.example.com/',
    });
    const hidden = [await anEventDraft(app, key), await anEvent(app, key, {}, CANCELLED)];
    const [document, ...others] = await source.load([shown, ...hidden].map((event) => event.key));
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      id: shown.key,
      title: '压铸件对接会',
      facets: {
        province: '33',
        city: '3301',
        region: '330109',
        kind: 'DOCKING_SESSION',
        flag: ['ON_SITE', 'ONLINE'],
        organizationId: key,
      },
    });
    expect(document!.keywords).toEqual(expect.arrayContaining(['压铸', name]));
    expect([...(document!.facets['industry'] as string[])].sort()).toEqual(['C', 'C33', 'C339', 'C3392']);
    expect(Number(document!.facets['endsAt']) - Number(document!.facets['startsAt'])).toBe(8 * 3_600_000);
    expect(await source.count()).toBe(before + 1);
    expect(await source.dependents('Organization', [key])).toHaveLength(3);
  });

  it('come page by page in the order of ids', async () => {
    const source = app.get(DocumentSources).getSource('events');
    const ids: string[] = [];
    for (let after: string | null = null; ; after = ids.at(-1)!) {
      const page = await source.page(after, 4);
      if (page.length === 0) break;
      ids.push(...page.map(({ id }) => id));
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(await source.count());
  });
});
