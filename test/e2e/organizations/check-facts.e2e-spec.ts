import { HeadcountBand } from '@app/organizations';
import { encodeGlobalId, newId } from '@app/kernel';
import { aStaffMember } from '../../support/builders/identity.js';
import {
  aCertificate,
  anOrganization,
  aTier,
  auditedAbout,
  eventsAbout,
  storedOrganization,
} from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CHECK = `mutation ($input: CheckFactsInput!) {
  checkFacts(input: $input) {
    ... on CheckFactsPayload {
      organization { version certificates { id state checkedAt } tiers { state } facts { fact state checkedAt } }
    }
  }
}`;

interface Answer {
  checkFacts: { organization: { version: number; certificates: { checkedAt: string | null }[] } };
}

let app: TestApp;
let staff: GraphqlClient;

beforeAll(async () => {
  app = await createTestApp();
  staff = (await aStaffMember(app)).client;
});
afterAll(() => app.close());

async function anOrganizationWithFacts() {
  const organization = await anOrganization(app, { headcountBand: HeadcountBand.FROM_300_TO_999 });
  const certificateId = encodeGlobalId('OrganizationCertificate', await aCertificate(app, organization.key));
  const tierId = encodeGlobalId('TierRecognition', await aTier(app, organization.key));
  const input = {
    organizationId: organization.id,
    certificateIds: [certificateId],
    tierRecognitionIds: [tierId],
    profileFacts: ['HEADCOUNT'],
  };
  return { organization, certificateId, input };
}

it('does not check unseen what was changed after it was read', async () => {
  const { organization, certificateId, input } = await anOrganizationWithFacts();
  const stated = { certificateId, kindId: 'iso-14001', actingOrganizationId: organization.id };
  await organization.owner.client.ok(
    `mutation ($input: UpdateCertificateInput!) { updateCertificate(input: $input) { __typename } }`,
    { input: stated },
  );
  const { checkFacts } = await staff.ok<{ checkFacts: object }>(
    'mutation ($input: CheckFactsInput!) { checkFacts(input: $input) { ... on UserError { code } } }',
    { input: { ...input, expectedVersion: 1 } },
  );
  expect(checkFacts).toEqual({ code: 'ORGANIZATION_CHANGED_MEANWHILE' });
  const checked = await staff.ok<Answer>(CHECK, { input: { ...input, expectedVersion: 2 } });
  expect(checked.checkFacts.organization).toMatchObject({ certificates: [{ state: 'CHECKED' }] });
});

it('marks certificates, tiers and facts of the profile as checked, with who and when', async () => {
  const { organization, certificateId, input } = await anOrganizationWithFacts();
  const { checkFacts } = await staff.ok<Answer>(CHECK, { input });
  expect(checkFacts.organization).toEqual({
    version: 2,
    certificates: [{ id: certificateId, state: 'CHECKED', checkedAt: expect.any(String) }],
    tiers: [{ state: 'CHECKED' }],
    facts: [{ fact: 'HEADCOUNT', state: 'CHECKED', checkedAt: expect.any(String) }],
  });
  expect(await eventsAbout(app, organization.key)).toEqual(['OrganizationChanged']);
  expect(
    (await auditedAbout(app, organization.key)).filter((action) => action === 'CHECK_FACTS'),
  ).toHaveLength(1);
});

it('twice changes nothing the second time, not even the date', async () => {
  const { organization, input } = await anOrganizationWithFacts();
  const first = await staff.ok<Answer>(CHECK, { input });
  const other = (await aStaffMember(app)).client;
  expect(await other.ok<Answer>(CHECK, { input })).toEqual(first);
  expect(await eventsAbout(app, organization.key)).toHaveLength(1);
  expect(
    (await auditedAbout(app, organization.key)).filter((action) => action === 'CHECK_FACTS'),
  ).toHaveLength(1);
});

it('is all or nothing: a certificate of another organization is not found', async () => {
  const { organization, input } = await anOrganizationWithFacts();
  const rival = await anOrganizationWithFacts();
  const mixed = { ...input, certificateIds: [...input.certificateIds, rival.certificateId] };
  expect((await staff.refused(CHECK, { input: mixed })).extensions.code).toBe('NOT_FOUND');
  expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 1, profileFacts: {} });
  expect(await eventsAbout(app, organization.key)).toEqual([]);
});

it('refuses nothing at all, facts that are not stated, and an unknown organization', async () => {
  const { organization } = await anOrganizationWithFacts();
  const reason = async (input: object) => (await staff.refused(CHECK, { input })).extensions.reason;
  expect(await reason({ organizationId: organization.id })).toBe('NOTHING_TO_CHECK');
  expect(await reason({ organizationId: organization.id, profileFacts: ['REVENUE'] })).toBe(
    'FACT_NOT_STATED',
  );
  expect(
    await reason({ organizationId: encodeGlobalId('Organization', newId()), profileFacts: ['REVENUE'] }),
  ).toBe('NOT_FOUND');
});

it('is for staff only, and nothing changes otherwise', async () => {
  const { organization, input } = await anOrganizationWithFacts();
  for (const { client } of [organization.owner, organization.editor, organization.viewer]) {
    expect((await client.refused(CHECK, { input })).extensions.code).toBe('FORBIDDEN');
  }
  expect((await app.asGuest().refused(CHECK, { input })).extensions.code).toBe('UNAUTHENTICATED');
  expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 1, profileFacts: {} });
  expect(await eventsAbout(app, organization.key)).toEqual([]);
});
