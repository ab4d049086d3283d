import { encodeGlobalId, newId } from '@app/kernel';
import {
  anOrganization,
  eventsAbout,
  outsidersOf,
  storedOrganization,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const UPDATE = `mutation ($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) {
    __typename
    ... on UpdateOrganizationPayload { organization { name version introduction website registeredCapital { amount } } }
    ... on OrganizationChangedMeanwhileError { currentVersion }
    ... on UserError { code message }
  }
}`;

interface Answer {
  updateOrganization: {
    __typename: string;
    currentVersion?: number;
    organization?: { version: number; introduction: string | null };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const change = (id: string, more: object, expectedVersion = 1) => ({
  input: { actingOrganizationId: id, expectedVersion, ...more },
});

it.each(['owner', 'editor'] as const)('an %s changes the profile', async (role) => {
  const organization = await anOrganization(app, { website: 'https://old.example.com' });
  const more = {
    name: '宁波新名机械有限公司',
    introduction: ' 模具与压铸 ',
    website: null,
    registeredCapital: { amount: '0.01' },
  };
  const { updateOrganization } = await organization[role].client.ok<Answer>(
    UPDATE,
    change(organization.id, more),
  );
  expect(updateOrganization).toEqual({
    __typename: 'UpdateOrganizationPayload',
    organization: {
      name: '宁波新名机械有限公司',
      version: 2,
      introduction: '模具与压铸',
      website: null,
      registeredCapital: { amount: '0.01' },
    },
  });
  const stored = await storedOrganization(app, organization.key);
  expect(stored).toMatchObject({
    normalisedName: '新名机械',
    creditCode: organization.creditCode,
    version: 2,
  });
  expect(await eventsAbout(app, organization.key)).toEqual(['OrganizationChanged']);
});

it('tells one of two editors who saved at once that the other was first', async () => {
  const organization = await anOrganization(app);
  const answers = await Promise.all([
    organization.owner.client.ok<Answer>(UPDATE, change(organization.id, { introduction: '甲' })),
    organization.editor.client.ok<Answer>(UPDATE, change(organization.id, { introduction: '乙' })),
  ]);
  const kinds = answers.map((answer) => answer.updateOrganization.__typename).sort();
  expect(kinds).toEqual(['OrganizationChangedMeanwhileError', 'UpdateOrganizationPayload']);
  const won = answers.find((answer) => answer.updateOrganization.organization)!.updateOrganization
    .organization!;
  const stored = await storedOrganization(app, organization.key);
  expect(stored).toMatchObject({ version: 2, introduction: won.introduction });
  expect(await eventsAbout(app, organization.key)).toHaveLength(1);
});

it('says which version is current when the same change is sent twice', async () => {
  const organization = await anOrganization(app);
  const input = change(organization.id, { introduction: '甲' });
  await organization.owner.client.ok(UPDATE, input);
  const { updateOrganization } = await organization.owner.client.in('en').ok<Answer>(UPDATE, input);
  expect(updateOrganization).toEqual({
    __typename: 'OrganizationChangedMeanwhileError',
    currentVersion: 2,
    code: 'ORGANIZATION_CHANGED_MEANWHILE',
    message: 'The profile was changed by somebody else meanwhile; look at it again before you save.',
  });
});

it('is refused to everybody else, and nothing changes', async () => {
  const organization = await anOrganization(app);
  const before = await storedOrganization(app, organization.key);
  for (const { who, client, told } of await outsidersOf(app, organization)) {
    const error = await client.refused(UPDATE, change(organization.id, { introduction: '他人' }));
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  expect(await storedOrganization(app, organization.key)).toEqual(before);
  expect(await eventsAbout(app, organization.key)).toEqual([]);
});

it('refuses bad input, and nothing changes', async () => {
  const organization = await anOrganization(app);
  const before = await storedOrganization(app, organization.key);
  for (const more of [
    { regionCode: '000000' },
    { chainLeaderOf: ['x'] },
    { website: 'ftp://x.example.com' },
    { name: ' a ' },
  ]) {
    const error = await organization.owner.client.refused(UPDATE, change(organization.id, more));
    expect(error.extensions.code).toBe('BAD_INPUT');
  }
  expect(await storedOrganization(app, organization.key)).toEqual(before);
});

it('does not find an organization that is not there', async () => {
  const organization = await anOrganization(app);
  const error = await organization.owner.client.refused(
    UPDATE,
    change(encodeGlobalId('Organization', newId()), { introduction: '无' }),
  );
  expect(error.extensions.code).toBe('NOT_FOUND');
});
