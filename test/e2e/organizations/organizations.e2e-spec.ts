import { encodeGlobalId, newId } from '@app/kernel';
import { aPerson, aStaffMember } from '../../support/builders/identity.js';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
  storedOrganization,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

interface Page {
  organizations: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: { name: string } }[];
  };
}

const LIST = `query ($first: Int!, $after: String, $namePrefix: String, $text: String, $regionCode: String, $claimState: ClaimState) {
  organizations(first: $first, after: $after, namePrefix: $namePrefix, text: $text, regionCode: $regionCode, claimState: $claimState) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id name region { name } industry { name } tiers { level state } certificates { kind { id } state } } }
  }
}`;

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('an organization', () => {
  const ONE = `query ($id: ID!) {
    organization(id: $id) {
      id name viewerRole claimState region { name } tiers { level year state } certificates { number state kind { name } }
      members { role } facts { fact state }
    }
  }`;

  it('is seen by a guest, but not who works there', async () => {
    const organization = await anOrganization(app, { regionCode: '3301' });
    await aTier(app, organization.key, { validUntil: '2020-12-31' });
    await aCertificate(app, organization.key, { number: 'Q-1', validUntil: '2999-12-31' });
    const { organization: seen } = await app
      .asGuest()
      .in('en')
      .ok<{ organization: object }>(ONE, { id: organization.id });
    expect(seen).toEqual({
      id: organization.id,
      name: organization.name,
      viewerRole: null,
      claimState: 'CLAIMED',
      region: { name: 'Hangzhou' },
      tiers: [{ level: 'SPECIALIZED', year: 2024, state: 'EXPIRED' }],
      certificates: [{ number: 'Q-1', state: 'DECLARED', kind: { name: 'ISO 9001 quality management' } }],
      members: null,
      facts: [],
    });
  });

  it('shows its members to its members and to staff only', async () => {
    const organization = await anOrganization(app);
    const rival = await anOrganization(app);
    const members = async (client = app.asGuest()) =>
      (
        await client.ok<{ organization: { members: object[] | null; viewerRole: string | null } }>(ONE, {
          id: organization.id,
        })
      ).organization;
    expect(await members(organization.viewer.client)).toMatchObject({
      viewerRole: 'VIEWER',
      members: [{ role: 'OWNER' }, { role: 'EDITOR' }, { role: 'VIEWER' }],
    });
    expect((await members((await aStaffMember(app)).client)).members).toHaveLength(3);
    expect(await members(rival.owner.client)).toMatchObject({ viewerRole: null, members: null });
  });

  it('is found by credit code in any writing, and by node id', async () => {
    const { creditCode, id } = await anUnclaimedOrganization(app);
    const BY_CODE =
      'query ($code: String!) { organizationByCreditCode(creditCode: $code) { id claimState source sourceName } }';
    const found = await app
      .asGuest()
      .ok<object>(BY_CODE, { code: `${creditCode.slice(0, 8).toLowerCase()} ${creditCode.slice(8)}` });
    expect(found).toEqual({
      organizationByCreditCode: { id, claimState: 'UNCLAIMED', source: 'IMPORTED', sourceName: '试验名录' },
    });
    expect(await app.asGuest().ok(BY_CODE, { code: 'nonsense' })).toEqual({ organizationByCreditCode: null });
    const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    expect(await app.asGuest().ok(NODE, { id })).toEqual({ node: { __typename: 'Organization', id } });
  });

  it('that is not there is null, and an id of another kind is refused', async () => {
    expect(await app.asGuest().ok(ONE, { id: encodeGlobalId('Organization', newId()) })).toEqual({
      organization: null,
    });
    const error = await app.asGuest().refused(ONE, { id: encodeGlobalId('Capability', newId()) });
    expect(error.extensions.reason).toBe('INVALID_ID');
  });
});

describe('the directory', () => {
  it('pages by name and narrows by prefix, region and claim state', async () => {
    for (const name of ['丙甲厂', '丙乙厂', '丙丙厂', '丙%厂'])
      await anUnclaimedOrganization(app, { name, regionCode: '320507' });
    await anUnclaimedOrganization(app, { name: '丙外厂', regionCode: '330106' });
    const guest = app.asGuest();
    const wish = { first: 2, namePrefix: '丙', regionCode: '320500', claimState: 'UNCLAIMED' };
    const first = (await guest.ok<Page>(LIST, wish)).organizations;
    const second = (await guest.ok<Page>(LIST, { ...wish, after: first.pageInfo.endCursor })).organizations;
    const names = [...first.edges, ...second.edges].map(({ node }) => node.name);
    expect(names).toEqual(['丙%厂', '丙丙厂', '丙乙厂', '丙甲厂']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      4,
      true,
      false,
    ]);
    const literal = await guest.ok<Page>(LIST, { first: 5, namePrefix: '丙%' });
    expect(literal.organizations.edges.map(({ node }) => node.name)).toEqual(['丙%厂']);
    const claimed = await guest.ok<Page>(LIST, { ...wish, claimState: 'CLAIMED' });
    expect(claimed.organizations).toMatchObject({ edges: [], totalCount: 0 });
  });

  it('finds any part of a name, and of a credit code in any case and with blanks', async () => {
    const { key } = await anUnclaimedOrganization(app, { name: '戊城铸远机械_有限公司' });
    const { creditCode } = await storedOrganization(app, key);
    await anUnclaimedOrganization(app, { name: '铸远戊城贸易有限公司' });
    const found = async (text: string) =>
      (await app.asGuest().ok<Page>(LIST, { first: 5, text })).organizations.edges.map(
        ({ node }) => node.name,
      );
    expect(await found('铸远')).toEqual(['戊城铸远机械_有限公司', '铸远戊城贸易有限公司']);
    for (const text of [
      '铸远机械',
      ' 械_有 ',
      creditCode,
      creditCode.slice(6),
      ` ${creditCode.slice(4).toLowerCase()}`,
    ])
      expect(await found(text)).toEqual(['戊城铸远机械_有限公司']);
    for (const text of ['铸_机械', '远城', '铸%机械', 'ZZZZ']) expect(await found(text)).toEqual([]);
  });

  it('takes the same number of statements for 1 and for 20', async () => {
    for (let i = 0; i < 20; i++) {
      const { key } = await anUnclaimedOrganization(app, {
        name: `丁${String(i).padStart(2, '0')}厂`,
        regionCode: '3201',
        industryCode: 'C33',
      });
      await aTier(app, key);
      await aCertificate(app, key);
    }
    const ask = (first: number) =>
      app.statements.during(() => app.asGuest().ok<Page>(LIST, { first, namePrefix: '丁' }));
    const [one, twenty] = [await ask(1), await ask(20)];
    expect(twenty.result.organizations.edges).toHaveLength(20);
    expect(twenty.statements).toHaveLength(one.statements.length);
    expect(twenty.statements.length).toBe(4);
  });

  it('refuses pages that are too large, cursors of others, unknown regions and NUL', async () => {
    const codes = [];
    for (const wish of [
      { first: 101 },
      { first: 5, after: 'abc' },
      { first: 5, regionCode: '77' },
      { first: 5, namePrefix: '甬\u0000' },
    ]) {
      codes.push((await app.asGuest().refused(LIST, wish)).extensions.reason);
    }
    expect(codes).toEqual(['INVALID_INPUT', 'INVALID_CURSOR', 'UNKNOWN_REGION', 'UNSTORABLE_CHARACTER']);
  });
});

describe('my organizations', () => {
  it('are those of the caller, and nobody’s for a stranger', async () => {
    const organization = await anOrganization(app);
    const MINE = '{ myOrganizations { id viewerRole } }';
    expect(await organization.editor.client.ok(MINE)).toEqual({
      myOrganizations: [{ id: organization.id, viewerRole: 'EDITOR' }],
    });
    expect(await (await aPerson(app)).client.ok(MINE)).toEqual({ myOrganizations: [] });
    expect((await app.asGuest().refused(MINE)).extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('similar organizations', () => {
  const SIMILAR = 'query ($id: ID!) { similarOrganizations(organizationId: $id) { name } }';

  it('around it are shown to staff by the name without place and form', async () => {
    const same = { normalisedName: '戊机械' };
    const { id } = await anOrganization(app, { name: '杭州戊机械有限公司', regionCode: '330106', ...same });
    await anUnclaimedOrganization(app, { name: '杭州市戊机械厂', ...same });
    await anUnclaimedOrganization(app, { name: '戊机械（滨江）厂', regionCode: '330108', ...same });
    await anUnclaimedOrganization(app, { name: '浙江戊机械厂', regionCode: '33', ...same });
    await anUnclaimedOrganization(app, { name: '宁波戊机械厂', regionCode: '330206', ...same });
    await anUnclaimedOrganization(app, { name: '己机械厂', normalisedName: '己机械' });
    const staff = (await aStaffMember(app)).client;
    expect(await staff.ok(SIMILAR, { id })).toEqual({
      similarOrganizations: ['戊机械（滨江）厂', '杭州市戊机械厂', '浙江戊机械厂'].map((name) => ({ name })),
    });
    expect(
      (await staff.refused(SIMILAR, { id: encodeGlobalId('Organization', newId()) })).extensions.code,
    ).toBe('NOT_FOUND');
  });

  it('are not for others', async () => {
    const organization = await anOrganization(app);
    expect((await organization.owner.client.refused(SIMILAR, { id: organization.id })).extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await app.asGuest().refused(SIMILAR, { id: organization.id })).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
