import { Transactions } from '@app/database';
import { encodeGlobalId, FactState, newId } from '@app/kernel';
import {
  aCertificate,
  anOrganization,
  aTier,
  eventsAbout,
  outsidersOf,
  storedOrganization,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const DECLARE_CERTIFICATE = `mutation ($input: DeclareCertificateInput!) {
  declareCertificate(input: $input) {
    __typename
    ... on DeclareCertificatePayload { certificate { id number state validUntil kind { id } checkedAt } organization { version } }
    ... on UserError { code message }
  }
}`;
const DECLARE_TIER = `mutation ($input: DeclareTierRecognitionInput!) {
  declareTierRecognition(input: $input) {
    __typename
    ... on DeclareTierRecognitionPayload { tierRecognition { id level year batch state } organization { version } }
    ... on UserError { code message }
  }
}`;
const WITHDRAW_CERTIFICATE = `mutation ($input: WithdrawCertificateInput!) {
  withdrawCertificate(input: $input) { ... on WithdrawFactPayload { organization { version certificates { id } } } }
}`;
const WITHDRAW_TIER = `mutation ($input: WithdrawTierRecognitionInput!) {
  withdrawTierRecognition(input: $input) { ... on WithdrawFactPayload { organization { version tiers { id } } } }
}`;

const UPDATE_TIER = `mutation ($input: UpdateTierRecognitionInput!) {
  updateTierRecognition(input: $input) {
    __typename
    ... on DeclareTierRecognitionPayload { tierRecognition { id level year evidence state checkedAt } }
    ... on UserError { code }
  }
}`;
const CHECKED = { factState: FactState.CHECKED as const, checkedBy: newId(), checkedAt: new Date() };

interface Certificate {
  declareCertificate: { __typename: string; certificate?: { id: string } };
}
interface Tier {
  declareTierRecognition: { __typename: string; tierRecognition?: { id: string } };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const certificate = (actingOrganizationId: string, more: object = {}) => ({
  input: { actingOrganizationId, kindId: 'iatf-16949', number: 'T-100', validUntil: '2999-06-30', ...more },
});
const tier = (actingOrganizationId: string, more: object = {}) => ({
  input: { actingOrganizationId, level: 'LITTLE_GIANT', year: 2023, batch: '第五批', ...more },
});

async function rowsOf(
  table: 'organization_certificate' | 'tier_recognition',
  organizationId: string,
): Promise<object[]> {
  return app
    .get(Transactions)
    .query(`select * from ${table} where organization_id = $1 order by id`, [organizationId]);
}

describe('a certificate', () => {
  it.each(['owner', 'editor'] as const)('is declared by an %s', async (role) => {
    const organization = await anOrganization(app);
    const { declareCertificate } = await organization[role].client.ok<Certificate>(
      DECLARE_CERTIFICATE,
      certificate(organization.id),
    );
    expect(declareCertificate).toEqual({
      __typename: 'DeclareCertificatePayload',
      certificate: {
        id: expect.any(String),
        number: 'T-100',
        state: 'DECLARED',
        validUntil: '2999-06-30',
        kind: { id: 'iatf-16949' },
        checkedAt: null,
      },
      organization: { version: 2 },
    });
    expect(await eventsAbout(app, organization.key)).toEqual(['OrganizationChanged']);
  });

  it('is EXPIRED from the day after its last, though it is kept as declared', async () => {
    const organization = await anOrganization(app);
    const { declareCertificate } = await organization.owner.client.ok<Certificate>(
      DECLARE_CERTIFICATE,
      certificate(organization.id, { validUntil: '2020-06-30' }),
    );
    expect(declareCertificate.certificate).toMatchObject({ state: 'EXPIRED' });
    expect(await rowsOf('organization_certificate', organization.key)).toMatchObject([
      { fact_state: 'DECLARED' },
    ]);
  });

  it('is one, however often and by however many it is declared', async () => {
    const organization = await anOrganization(app);
    const input = certificate(organization.id, { clientMutationId: 'c1' });
    const ids = [];
    for (let i = 0; i < 2; i++)
      ids.push(
        (await organization.owner.client.ok<Certificate>(DECLARE_CERTIFICATE, input)).declareCertificate
          .certificate?.id,
      );
    expect(ids[0]).toBe(ids[1]);
    expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 2 });
    const again = await organization.editor.client.ok<Certificate>(
      DECLARE_CERTIFICATE,
      certificate(organization.id),
    );
    expect(again.declareCertificate).toMatchObject({
      __typename: 'CertificateAlreadyDeclaredError',
      code: 'CERTIFICATE_ALREADY_DECLARED',
    });
    expect(await rowsOf('organization_certificate', organization.key)).toHaveLength(1);
  });

  it('declared by two at once is declared once', async () => {
    const organization = await anOrganization(app);
    const answers = await Promise.all(
      [organization.owner, organization.editor].map(({ client }) =>
        client.ok<Certificate>(DECLARE_CERTIFICATE, certificate(organization.id)),
      ),
    );
    expect(answers.map((answer) => answer.declareCertificate.__typename).sort()).toEqual([
      'CertificateAlreadyDeclaredError',
      'DeclareCertificatePayload',
    ]);
    expect(await rowsOf('organization_certificate', organization.key)).toHaveLength(1);
    expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 2 });
  });

  it('of an unknown kind, or with a day that is none, is refused', async () => {
    const organization = await anOrganization(app);
    const unknown = await organization.owner.client.refused(
      DECLARE_CERTIFICATE,
      certificate(organization.id, { kindId: 'iso-0' }),
    );
    expect(unknown.extensions).toMatchObject({
      reason: 'UNKNOWN_CERTIFICATE_KIND',
      fields: ['input.kindId'],
    });
    await organization.owner.client.refused(
      DECLARE_CERTIFICATE,
      certificate(organization.id, { validUntil: '2026-02-30' }),
    );
    expect(await rowsOf('organization_certificate', organization.key)).toEqual([]);
  });

  it('is refused to everybody else, and nothing changes', async () => {
    const organization = await anOrganization(app);
    const held = encodeGlobalId('OrganizationCertificate', await aCertificate(app, organization.key));
    const before = await rowsOf('organization_certificate', organization.key);
    for (const { who, client, told } of await outsidersOf(app, organization)) {
      const declared = await client.refused(DECLARE_CERTIFICATE, certificate(organization.id));
      const withdrawn = await client.refused(WITHDRAW_CERTIFICATE, {
        input: { actingOrganizationId: organization.id, certificateId: held },
      });
      expect({ who, codes: [declared.extensions.code, withdrawn.extensions.code] }).toEqual({
        who,
        codes: [told, told],
      });
    }
    expect(await rowsOf('organization_certificate', organization.key)).toEqual(before);
    expect(await eventsAbout(app, organization.key)).toEqual([]);
  });

  it('is taken back once; another’s is not found', async () => {
    const [organization, rival] = [await anOrganization(app), await anOrganization(app)];
    const certificateId = encodeGlobalId(
      'OrganizationCertificate',
      await aCertificate(app, organization.key),
    );
    const input = { actingOrganizationId: organization.id, certificateId };
    const foreign = await rival.owner.client.refused(WITHDRAW_CERTIFICATE, {
      input: { actingOrganizationId: rival.id, certificateId },
    });
    expect(foreign.extensions.code).toBe('NOT_FOUND');
    expect(await rowsOf('organization_certificate', organization.key)).toHaveLength(1);
    const answer = await organization.editor.client.ok(WITHDRAW_CERTIFICATE, { input });
    expect(answer).toEqual({ withdrawCertificate: { organization: { version: 2, certificates: [] } } });
    expect((await organization.editor.client.refused(WITHDRAW_CERTIFICATE, { input })).extensions.code).toBe(
      'NOT_FOUND',
    );
    expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 2 });
  });
});

describe('a tier recognition', () => {
  it('that is stated otherwise is declared again; one of a level and year that is there is refused', async () => {
    const organization = await anOrganization(app);
    await aTier(app, organization.key, { year: 2020 });
    const key = await aTier(app, organization.key, CHECKED);
    const target = {
      actingOrganizationId: organization.id,
      tierRecognitionId: encodeGlobalId('TierRecognition', key),
      level: 'SPECIALIZED',
    };
    const same = await organization.editor.client.ok(UPDATE_TIER, { input: { ...target, year: 2024 } });
    expect(same).toMatchObject({ updateTierRecognition: { tierRecognition: { state: 'CHECKED' } } });
    const changed = await organization.editor.client.ok(UPDATE_TIER, {
      input: { ...target, year: 2024, evidence: '浙经信〔2024〕1号' },
    });
    expect(changed).toMatchObject({
      updateTierRecognition: {
        tierRecognition: {
          id: target.tierRecognitionId,
          evidence: '浙经信〔2024〕1号',
          state: 'DECLARED',
          checkedAt: null,
        },
      },
    });
    const taken = await organization.editor.client.ok(UPDATE_TIER, { input: { ...target, year: 2020 } });
    expect(taken).toMatchObject({ updateTierRecognition: { code: 'TIER_ALREADY_DECLARED' } });
    const future = await organization.editor.client.refused(UPDATE_TIER, {
      input: { ...target, year: 2999 },
    });
    expect(future.extensions).toMatchObject({ reason: 'YEAR_IN_FUTURE' });
  });

  it('is declared once per level and year', async () => {
    const organization = await anOrganization(app);
    const { declareTierRecognition } = await organization.editor.client.ok<Tier>(
      DECLARE_TIER,
      tier(organization.id),
    );
    expect(declareTierRecognition).toMatchObject({
      __typename: 'DeclareTierRecognitionPayload',
      tierRecognition: { level: 'LITTLE_GIANT', year: 2023, batch: '第五批', state: 'DECLARED' },
      organization: { version: 2 },
    });
    const again = await organization.owner.client
      .in('en')
      .ok<Tier>(DECLARE_TIER, tier(organization.id, { batch: null }));
    expect(again.declareTierRecognition).toMatchObject({
      code: 'TIER_ALREADY_DECLARED',
      message: 'This recognition of that year is already declared.',
    });
    await organization.owner.client.ok(DECLARE_TIER, tier(organization.id, { year: 2020 }));
    expect(await rowsOf('tier_recognition', organization.key)).toMatchObject([
      { year: 2023 },
      { year: 2020 },
    ]);
  });

  it('of a year to come, or before there were any, is refused', async () => {
    const organization = await anOrganization(app);
    const future = await organization.owner.client.refused(
      DECLARE_TIER,
      tier(organization.id, { year: 2999 }),
    );
    expect(future.extensions).toMatchObject({ reason: 'YEAR_IN_FUTURE', fields: ['input.year'] });
    const past = await organization.owner.client.refused(DECLARE_TIER, tier(organization.id, { year: 1999 }));
    expect(past.extensions.reason).toBe('INVALID_INPUT');
    expect(await rowsOf('tier_recognition', organization.key)).toEqual([]);
  });

  it('is refused to everybody else, and nothing changes', async () => {
    const organization = await anOrganization(app);
    const held = encodeGlobalId('TierRecognition', await aTier(app, organization.key));
    for (const { who, client, told } of await outsidersOf(app, organization)) {
      const declared = await client.refused(DECLARE_TIER, tier(organization.id));
      const withdrawn = await client.refused(WITHDRAW_TIER, {
        input: { actingOrganizationId: organization.id, tierRecognitionId: held },
      });
      expect({ who, codes: [declared.extensions.code, withdrawn.extensions.code] }).toEqual({
        who,
        codes: [told, told],
      });
    }
    expect(await rowsOf('tier_recognition', organization.key)).toHaveLength(1);
  });

  it('is taken back', async () => {
    const organization = await anOrganization(app);
    const tierRecognitionId = encodeGlobalId('TierRecognition', await aTier(app, organization.key));
    const answer = await organization.owner.client.ok(WITHDRAW_TIER, {
      input: { actingOrganizationId: organization.id, tierRecognitionId },
    });
    expect(answer).toEqual({ withdrawTierRecognition: { organization: { version: 2, tiers: [] } } });
    const unknown = {
      actingOrganizationId: organization.id,
      tierRecognitionId: encodeGlobalId('TierRecognition', newId()),
    };
    expect((await organization.owner.client.refused(WITHDRAW_TIER, { input: unknown })).extensions.code).toBe(
      'NOT_FOUND',
    );
  });
});

it('certificates and recognitions are found by node id', async () => {
  const { key } = await anOrganization(app);
  const ids = [
    encodeGlobalId('OrganizationCertificate', await aCertificate(app, key)),
    encodeGlobalId('TierRecognition', await aTier(app, key)),
  ];
  const NODES =
    'query ($a: ID!, $b: ID!) { a: node(id: $a) { __typename id } b: node(id: $b) { __typename id } }';
  expect(await app.asGuest().ok(NODES, { a: ids[0], b: ids[1] })).toEqual({
    a: { __typename: 'OrganizationCertificate', id: ids[0] },
    b: { __typename: 'TierRecognition', id: ids[1] },
  });
});
