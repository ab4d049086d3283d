import { aCapability } from '../../support/builders/capabilities.js';
import { aPerson, aStaffMember, type TestPerson } from '../../support/builders/identity.js';
import { anEventDraft, storedEvent } from '../../support/builders/matchmaking-events.js';
import { aDraftNeed, aNeed, invitedTo, storedNeed } from '../../support/builders/procurement.js';
import {
  aCreditCode,
  aPublicBodysCode,
  anOrganization,
  anUnclaimedOrganization,
  auditedAbout,
  eventsAbout,
  claimDecisionsOf,
  organizationsWithCode,
  storedOrganization,
} from '../../support/builders/organizations.js';
import { Transactions } from '@app/database';
import { keyOf } from '@app/kernel';
import { ClaimState, NameNormaliser, UNVERIFIED_DAILY_LIMITS } from '@app/organizations';
import { NeedVisibility } from '@app/procurement';
import { CapabilityState } from '@app/capabilities';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REGISTER = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) {
    __typename
    ... on RegisterOrganizationPayload {
      organization {
        id creditCode name claimState source version foundedOn
        registeredCapital { amount currency } region { code name } industry { code } facts { fact state }
      }
    }
    ... on OrganizationToClaimError { code message organization { id } }
    ... on UserError { code message fields }
  }
}`;

interface Answer {
  registerOrganization: {
    __typename: string;
    message?: string;
    organization?: { id: string; creditCode: string; name: string };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const wish = (creditCode: string, more: object = {}) => ({
  input: { creditCode, name: '杭州华新机械有限公司', ...more },
});

it('registers an organization whose creator owns it', async () => {
  const { client } = await aPerson(app);
  const creditCode = aCreditCode();
  const profile = {
    regionCode: '330106',
    industryCode: 'C3392',
    foundedOn: '2003-05-01',
    registeredCapital: { amount: '5000000.50' },
    headcountBand: 'FROM_20_TO_99',
  };
  const { registerOrganization } = await client.ok<Answer>(
    REGISTER,
    wish(` ${creditCode.toLowerCase()} `, profile),
  );
  expect(registerOrganization).toEqual({
    __typename: 'RegisterOrganizationPayload',
    organization: {
      id: expect.any(String),
      creditCode,
      name: '杭州华新机械有限公司',
      claimState: 'UNVERIFIED',
      source: 'DECLARED',
      version: 1,
      foundedOn: '2003-05-01',
      registeredCapital: { amount: '5000000.5', currency: 'CNY' },
      region: { code: '330106', name: '西湖区' },
      industry: { code: 'C3392' },
      facts: [{ fact: 'HEADCOUNT', state: 'DECLARED' }],
    },
  });
  const mine = await client.ok<{ myOrganizations: object[] }>(
    '{ myOrganizations { creditCode viewerRole } }',
  );
  expect(mine.myOrganizations).toEqual([{ creditCode, viewerRole: 'OWNER' }]);
  const [stored] = await organizationsWithCode(app, creditCode);
  expect(stored?.normalisedName).toBe('华新机械');
  expect(await eventsAbout(app, stored!.id)).toEqual(['OrganizationChanged']);
  expect(await auditedAbout(app, stored!.id)).toEqual(['OWNER_GRANTED']);
});

it('makes one of a retried registration, also when both come at once', async () => {
  const { client } = await aPerson(app);
  const creditCode = aCreditCode();
  const input = wish(creditCode, { clientMutationId: 'r1' });
  const both = await Promise.all([client.ok<Answer>(REGISTER, input), client.ok<Answer>(REGISTER, input)]);
  const third = await client.ok<Answer>(REGISTER, input);
  const ids = [...both, third].map((answer) => answer.registerOrganization.organization?.id);
  expect(new Set(ids).size).toBe(1);
  expect(await organizationsWithCode(app, creditCode)).toHaveLength(1);
});

it('lets one of two strangers win who register the same code at once', async () => {
  const [one, two] = [await aPerson(app), await aPerson(app)];
  const creditCode = aCreditCode();
  const answers = await Promise.all(
    [one, two].map(({ client }) => client.ok<Answer>(REGISTER, wish(creditCode))),
  );
  const kinds = answers.map((answer) => answer.registerOrganization.__typename).sort();
  expect(kinds).toEqual(['OrganizationToClaimError', 'RegisterOrganizationPayload']);
  const owned = await Promise.all(
    [one, two].map(({ client }) => client.ok<{ myOrganizations: object[] }>('{ myOrganizations { id } }')),
  );
  expect(owned.map((answer) => answer.myOrganizations.length).sort()).toEqual([0, 1]);
});

it('registers three organizations that nobody has verified for one person, and no more, even at once', async () => {
  const person = await aPerson(app);
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, i) =>
      person.client.send<Answer>(REGISTER, wish(aCreditCode(), { name: `杭州贪多${i}机械有限公司` })),
    ),
  );
  const refusals = answers.flatMap(({ errors }) => errors);
  expect(refusals.map(({ extensions }) => extensions.reason)).toEqual([
    'UNVERIFIED_ORGANIZATIONS',
    'UNVERIFIED_ORGANIZATIONS',
  ]);
  expect(refusals[0]?.message).toContain('最多同时登记 3 家');
  const mine = await person.client.ok<{ myOrganizations: { id: string }[] }>('{ myOrganizations { id } }');
  expect(mine.myOrganizations).toHaveLength(3);
  const { id } = mine.myOrganizations[0]!;
  await app
    .get(Transactions)
    .query(`update organization set claim_state = 'CLAIMED' where id = $1`, [keyOf(id, 'Organization')]);
  const next = await person.client.ok<Answer>(
    REGISTER,
    wish(aCreditCode(), { name: '杭州贪多六机械有限公司' }),
  );
  expect(next.registerOrganization.__typename).toBe('RegisterOrganizationPayload');
});

it('tells to ask the owner where the organization is here already', async () => {
  const known = await anOrganization(app);
  const { client } = await aPerson(app);
  const { registerOrganization } = await client.in('en').ok<Answer>(REGISTER, wish(known.creditCode));
  expect(registerOrganization).toEqual({
    __typename: 'OrganizationExistsError',
    code: 'ORGANIZATION_EXISTS',
    message: 'The organization with this credit code is already here; ask its owner to invite you.',
    fields: ['input.creditCode'],
  });
  expect(await organizationsWithCode(app, known.creditCode)).toMatchObject([{ name: known.name }]);
});

it('tells to claim where the organization was imported', async () => {
  const imported = await anUnclaimedOrganization(app);
  const { client } = await aPerson(app);
  const { registerOrganization } = await client.ok<Answer>(REGISTER, wish(imported.creditCode));
  expect(registerOrganization).toMatchObject({
    __typename: 'OrganizationToClaimError',
    code: 'ORGANIZATION_TO_CLAIM',
    organization: { id: imported.id },
  });
  expect(registerOrganization.message).toContain('认领');
  const mine = await client.ok<{ myOrganizations: object[] }>('{ myOrganizations { id } }');
  expect(mine.myOrganizations).toEqual([]);
});

it.each([
  ['too short', '91330100799655058', 'INVALID_CREDIT_CODE_SHAPE'],
  ['a letter that the standard leaves out', '91330100I99655058B', 'INVALID_CREDIT_CODE_SHAPE'],
  ['a wrong check character', '91330100799655058C', 'INVALID_CREDIT_CODE_CHECK_CHARACTER'],
])('refuses %s', async (_, creditCode, reason) => {
  const { client } = await aPerson(app);
  const error = await client.refused(REGISTER, wish(creditCode));
  expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason, fields: ['input.creditCode'] });
  expect(await organizationsWithCode(app, creditCode)).toEqual([]);
});

it.each([
  ['an unknown region', { regionCode: '999999' }, 'UNKNOWN_REGION', 'input.regionCode'],
  ['an unknown industry', { industryCode: 'C9999' }, 'UNKNOWN_INDUSTRY', 'input.industryCode'],
  ['a foundation in the future', { foundedOn: '2999-01-01' }, 'FOUNDED_IN_FUTURE', 'input.foundedOn'],
  [
    'a negative capital',
    { registeredCapital: { amount: '-1' } },
    'NEGATIVE_CAPITAL',
    'input.registeredCapital.amount',
  ],
  ['a web site that runs code', { website: 'javascript:alert(1)' }, 'INVALID_INPUT', 'input.website'],
  ['a blank name', { name: '   ' }, 'INVALID_INPUT', 'input.name'],
])('refuses %s', async (_, more, reason, field) => {
  const { client } = await aPerson(app);
  const creditCode = aCreditCode();
  const error = await client.refused(REGISTER, wish(creditCode, more));
  expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
  expect(error.extensions.fields?.join()).toContain(field);
  expect(await organizationsWithCode(app, creditCode)).toEqual([]);
});

it('refuses a guest', async () => {
  const creditCode = aCreditCode();
  const error = await app.asGuest().refused(REGISTER, wish(creditCode));
  expect(error.extensions.code).toBe('UNAUTHENTICATED');
  expect(await organizationsWithCode(app, creditCode)).toEqual([]);
});

const CLAIM = `mutation ($input: ClaimOrganizationInput!) {
  claimOrganization(input: $input) { ... on ClaimOrganizationPayload { claim { id evidence } } ... on UserError { code } }
}`;
const DECIDE = `mutation ($input: DecideOrganizationClaimInput!) {
  decideOrganizationClaim(input: $input) { __typename ... on UserError { code } }
}`;
const EVIDENCE = '法定代表人，执照登记机关可查，电话 0571-00000000。';

/** A person's new organization. */
async function registered(person: TestPerson, more: object = {}): Promise<{ id: string; key: string }> {
  const name = `杭州新登记${aCreditCode().slice(8, 17)}有限公司`;
  const { registerOrganization } = await person.client.ok<Answer>(
    REGISTER,
    wish(aCreditCode(), { name, ...more }),
  );
  const { id } = registerOrganization.organization!;
  return { id, key: keyOf(id, 'Organization') };
}

async function claimOf(client: GraphqlClient, organizationId: string, evidence = EVIDENCE) {
  const { claimOrganization } = await client.ok<{
    claimOrganization: { claim: { id: string; evidence: string } };
  }>(CLAIM, { input: { organizationId, evidence } });
  return claimOrganization.claim;
}

const approve = async (claimId: string) =>
  (await aStaffMember(app)).client.ok(DECIDE, {
    input: { claimId, approve: true, reason: '已电话核实' },
  });

describe('verification', () => {
  it('files the evidence of a registration, which the registrant can replace, and staff make it verified', async () => {
    const person = await aPerson(app);
    const { id, key } = await registered(person, { evidence: EVIDENCE });
    expect(await claimDecisionsOf(app, key)).toEqual(['PENDING']);
    const claim = await claimOf(person.client, id, `${EVIDENCE}另附网址 https://example.com`);
    expect(claim.evidence).toContain('example.com');
    expect(await claimDecisionsOf(app, key)).toEqual(['PENDING']);
    await approve(claim.id);
    expect(await storedOrganization(app, key)).toMatchObject({ claimState: 'CLAIMED' });
    expect(await person.client.ok('{ myOrganizations { id viewerRole } }')).toEqual({
      myOrganizations: [{ id, viewerRole: 'OWNER' }],
    });
  });

  it('hands a profile that a stranger registered to the approved claimant, and the stranger leaves', async () => {
    const [stranger, rightful] = [await aPerson(app), await aPerson(app)];
    const { id } = await registered(stranger, { evidence: EVIDENCE });
    await approve((await claimOf(rightful.client, id)).id);
    expect(await stranger.client.ok('{ myOrganizations { id } }')).toEqual({ myOrganizations: [] });
    expect(await rightful.client.ok('{ myOrganizations { id viewerRole } }')).toEqual({
      myOrganizations: [{ id, viewerRole: 'OWNER' }],
    });
  });

  it('opens the needs that are for verified suppliers', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.VERIFIED_SUPPLIERS });
    const person = await aPerson(app);
    const { id } = await registered(person);
    const READ = 'query ($id: ID!) { procurementNeed(id: $id) { id } }';
    expect(await person.client.ok(READ, { id: need.id })).toEqual({ procurementNeed: null });
    await approve((await claimOf(person.client, id)).id);
    expect(await person.client.ok(READ, { id: need.id })).toEqual({ procurementNeed: { id: need.id } });
  });
});

describe('names', () => {
  it.each([
    ['verified', ClaimState.CLAIMED],
    ['imported', ClaimState.UNCLAIMED],
  ])('refuses the full name of a %s organization, however it is written', async (_, claimState) => {
    const name = `杭州同名${aCreditCode().slice(8, 17)}（集团）有限公司`;
    const normalisedName = app.get(NameNormaliser).normalise(name);
    await anOrganization(app, { name, normalisedName, claimState });
    const { client } = await aPerson(app);
    const creditCode = aCreditCode();
    const spelt = name.replace('（', ' (').replace('）', ') ');
    const error = await client.refused(REGISTER, wish(creditCode, { name: spelt }));
    expect(error.extensions).toMatchObject({ reason: 'ORGANIZATION_NAME_TAKEN', fields: ['input.name'] });
    expect(await organizationsWithCode(app, creditCode)).toEqual([]);
  });

  it('leaves the name of an unverified organization to whoever can prove it', async () => {
    const name = `杭州占名${aCreditCode().slice(8, 17)}有限公司`;
    await registered(await aPerson(app), { name });
    await registered(await aPerson(app), { name });
  });
});

describe('an unverified organization', () => {
  const PUBLISH_NEED = `mutation ($input: PublishProcurementNeedInput!) {
    publishProcurementNeed(input: $input) { __typename ... on UserError { code } }
  }`;
  const PUBLISH_CAPABILITY = `mutation ($input: PublishCapabilityInput!) {
    publishCapability(input: $input) { __typename }
  }`;
  const INVITE = `mutation ($input: InviteToProcurementNeedInput!) {
    inviteToProcurementNeed(input: $input) { __typename ... on UserError { code } }
  }`;
  const PUBLISH_EVENT = `mutation ($input: PublishMatchmakingEventInput!) {
    publishMatchmakingEvent(input: $input) { __typename ... on UserError { code } }
  }`;
  const unverified = () => anOrganization(app, { claimState: ClaimState.UNVERIFIED });

  it('publishes a few needs a day, also when it publishes them at once', async () => {
    const house = await unverified();
    const limit = UNVERIFIED_DAILY_LIMITS.PUBLISH_NEED;
    const needs = await Promise.all(Array.from({ length: limit + 2 }, () => aDraftNeed(app, house.key)));
    const replies = await Promise.all(
      needs.map(({ id }) =>
        house.owner.client.send(PUBLISH_NEED, { input: { actingOrganizationId: house.id, needId: id } }),
      ),
    );
    const states = await Promise.all(needs.map(async ({ key }) => (await storedNeed(app, key)).state));
    expect(states.filter((state) => state === 'PUBLISHED')).toHaveLength(limit);
    expect(JSON.stringify(replies)).toContain('UNVERIFIED_QUOTA_USED');
  });

  it('publishes a few capabilities a day', async () => {
    const house = await unverified();
    const limit = UNVERIFIED_DAILY_LIMITS.PUBLISH_CAPABILITY;
    for (let i = 0; i <= limit; i++) {
      const { id } = await aCapability(app, house.key, {}, { state: CapabilityState.DRAFT });
      const input = { input: { actingOrganizationId: house.id, capabilityId: id } };
      if (i < limit) await house.owner.client.ok(PUBLISH_CAPABILITY, input);
      else
        expect(await house.owner.client.refused(PUBLISH_CAPABILITY, input)).toMatchObject({
          extensions: { reason: 'UNVERIFIED_QUOTA_USED' },
        });
    }
  });

  it('invites a few organizations a day, and none of a list that is longer', async () => {
    const house = await unverified();
    const need = await aNeed(app, house.key);
    const guests = await Promise.all(
      Array.from({ length: UNVERIFIED_DAILY_LIMITS.INVITE_ORGANIZATION + 1 }, () => anOrganization(app)),
    );
    const invite = (ids: string[]) => ({
      input: { actingOrganizationId: house.id, needId: need.id, organizationIds: ids },
    });
    const ids = guests.map(({ id }) => id);
    expect((await house.owner.client.refused(INVITE, invite(ids))).extensions.reason).toBe(
      'UNVERIFIED_QUOTA_USED',
    );
    expect(await invitedTo(app, need.key)).toEqual([]);
    await house.owner.client.ok(INVITE, invite(ids.slice(1)));
    expect(await invitedTo(app, need.key)).toHaveLength(ids.length - 1);
  });

  it('of the public sector needs evidence, and publishes nothing before staff have accepted it', async () => {
    const person = await aPerson(app);
    const creditCode = aPublicBodysCode();
    const name = `杭州市试验${creditCode.slice(9, 16)}局`;
    const bare = await person.client.refused(REGISTER, wish(creditCode, { name }));
    expect(bare.extensions).toMatchObject({
      reason: 'PUBLIC_BODY_NEEDS_EVIDENCE',
      fields: ['input.evidence'],
    });
    expect(await organizationsWithCode(app, creditCode)).toEqual([]);
    const { registerOrganization } = await person.client.ok<Answer>(
      REGISTER,
      wish(creditCode, { name, evidence: EVIDENCE }),
    );
    const { id } = registerOrganization.organization!;
    const need = await aDraftNeed(app, keyOf(id, 'Organization'));
    const input = { input: { actingOrganizationId: id, needId: need.id } };
    expect((await person.client.refused(PUBLISH_NEED, input)).extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ORGANIZATION_UNVERIFIED',
    });
    await approve((await claimOf(person.client, id)).id);
    await person.client.ok(PUBLISH_NEED, input);
    expect((await storedNeed(app, need.key)).state).toBe('PUBLISHED');
  });

  it('prepares an event and cannot announce it', async () => {
    const house = await unverified();
    const event = await anEventDraft(app, house.key);
    const input = { input: { actingOrganizationId: house.id, eventId: event.id } };
    const error = await house.owner.client.refused(PUBLISH_EVENT, input);
    expect(error.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ORGANIZATION_UNVERIFIED' });
    expect((await storedEvent(app, event.key)).publishedAt).toBeNull();
  });

  it('shows the chains that it says to lead to its members and staff alone', async () => {
    const house = await anOrganization(app, {
      claimState: ClaimState.UNVERIFIED,
      chainLeaderOf: ['新能源汽车'],
    });
    const READ = 'query ($id: ID!) { organization(id: $id) { chainLeaderOf facts { fact } } }';
    expect(await app.asGuest().ok(READ, { id: house.id })).toEqual({
      organization: { chainLeaderOf: [], facts: [] },
    });
    expect(await house.viewer.client.ok(READ, { id: house.id })).toEqual({
      organization: { chainLeaderOf: ['新能源汽车'], facts: [{ fact: 'CHAIN_LEADER' }] },
    });
  });
});
