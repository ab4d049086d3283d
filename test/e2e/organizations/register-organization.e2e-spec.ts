import { aPerson } from '../../support/builders/identity.js';
import {
  aCreditCode,
  anOrganization,
  anUnclaimedOrganization,
  auditedAbout,
  eventsAbout,
  organizationsWithCode,
} from '../../support/builders/organizations.js';
import { Transactions } from '@app/database';
import { keyOf } from '@app/kernel';
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
