import { Transactions } from '@app/database';
import { encodeGlobalId, FactState, newId } from '@app/kernel';
import { aStaffMember } from '../../support/builders/identity.js';
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

const UPDATE_CERTIFICATE = `mutation ($input: UpdateCertificateInput!) {
  updateCertificate(input: $input) {
    __typename
    ... on DeclareCertificatePayload { certificate { id number scope validUntil state checkedAt answeredByLink } organization { version } }
    ... on UserError { code }
  }
}`;
const UPDATE_TIER = `mutation ($input: UpdateTierRecognitionInput!) {
  updateTierRecognition(input: $input) {
    __typename
    ... on DeclareTierRecognitionPayload { tierRecognition { id level year evidence state checkedAt } }
    ... on UserError { code }
  }
}`;
const HISTORY = `query ($id: ID!) {
  organization(id: $id) {
    factHistory {
      change reason state checkedAt certificateId tierRecognitionId
      kind { id } number scope issuer site level year batch evidence validUntil
    }
  }
}`;

interface History {
  organization: { factHistory: object[] | null };
}

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

describe('a certificate that is stated otherwise', () => {
  it('is one with its old id that staff have to check anew; what it said before is known to members and staff', async () => {
    const organization = await anOrganization(app);
    const key = await aCertificate(app, organization.key, {
      number: 'T-1',
      scope: '压铸',
      site: '余杭',
      issuer: 'TÜV',
      validUntil: '2999-01-01',
      factRequestId: newId(),
      ...CHECKED,
    });
    const certificateId = encodeGlobalId('OrganizationCertificate', key);
    const { updateCertificate } = await organization.editor.client.ok<{ updateCertificate: object }>(
      UPDATE_CERTIFICATE,
      {
        input: {
          actingOrganizationId: organization.id,
          certificateId,
          kindId: 'iso-9001',
          number: 'T-2',
          validUntil: '2999-12-31',
        },
      },
    );
    expect(updateCertificate).toEqual({
      __typename: 'DeclareCertificatePayload',
      certificate: {
        id: certificateId,
        number: 'T-2',
        scope: null,
        validUntil: '2999-12-31',
        state: 'DECLARED',
        checkedAt: null,
        answeredByLink: false,
      },
      organization: { version: 2 },
    });
    expect(await eventsAbout(app, organization.key)).toEqual(['OrganizationChanged']);
    const before = {
      change: 'CHANGED',
      reason: null,
      state: 'CHECKED',
      checkedAt: CHECKED.checkedAt.toISOString(),
      certificateId,
      tierRecognitionId: null,
      kind: { id: 'iso-9001' },
      number: 'T-1',
      scope: '压铸',
      issuer: 'TÜV',
      site: '余杭',
      level: null,
      year: null,
      batch: null,
      evidence: null,
      validUntil: '2999-01-01',
    };
    const staff = (await aStaffMember(app)).client;
    for (const client of [organization.owner.client, staff]) {
      expect(await client.ok<History>(HISTORY, { id: organization.id })).toEqual({
        organization: { factHistory: [before] },
      });
    }
    const rival = await anOrganization(app);
    for (const client of [app.asGuest(), rival.owner.client]) {
      expect(await client.ok<History>(HISTORY, { id: organization.id })).toEqual({
        organization: { factHistory: null },
      });
    }
  });

  it('stays checked when it says the same, and cannot become one that is there already', async () => {
    const organization = await anOrganization(app);
    const stated = { kindId: 'iso-9001', number: 'T-1' };
    await aCertificate(app, organization.key, { ...stated, number: 'T-2' });
    const key = await aCertificate(app, organization.key, { ...stated, ...CHECKED });
    const target = {
      actingOrganizationId: organization.id,
      certificateId: encodeGlobalId('OrganizationCertificate', key),
    };
    const same = await organization.owner.client.ok(UPDATE_CERTIFICATE, {
      input: { ...target, ...stated, scope: ' ' },
    });
    expect(same).toMatchObject({ updateCertificate: { certificate: { state: 'CHECKED' } } });
    const taken = await organization.owner.client.ok(UPDATE_CERTIFICATE, {
      input: { ...target, ...stated, number: 'T-2' },
    });
    expect(taken).toMatchObject({ updateCertificate: { code: 'CERTIFICATE_ALREADY_DECLARED' } });
    expect(await storedOrganization(app, organization.key)).toMatchObject({ version: 1 });
    expect(await organization.owner.client.ok<History>(HISTORY, { id: organization.id })).toEqual({
      organization: { factHistory: [] },
    });
  });

  it('is not found when it is another’s, and refused to everybody else', async () => {
    const [organization, rival] = [await anOrganization(app), await anOrganization(app)];
    const key = await aCertificate(app, organization.key);
    const input = {
      certificateId: encodeGlobalId('OrganizationCertificate', key),
      kindId: 'iso-14001',
    };
    const foreign = await rival.owner.client.refused(UPDATE_CERTIFICATE, {
      input: { ...input, actingOrganizationId: rival.id },
    });
    expect(foreign.extensions.code).toBe('NOT_FOUND');
    for (const { who, client, told } of await outsidersOf(app, organization)) {
      const refused = await client.refused(UPDATE_CERTIFICATE, {
        input: { ...input, actingOrganizationId: organization.id },
      });
      expect({ who, code: refused.extensions.code }).toEqual({ who, code: told });
    }
    expect(await rowsOf('organization_certificate', organization.key)).toMatchObject([
      { kind_id: 'iso-9001' },
    ]);
  });
});

describe('what is withdrawn', () => {
  it('is history with its reason, certificates and recognitions alike', async () => {
    const organization = await anOrganization(app);
    const certificateId = encodeGlobalId(
      'OrganizationCertificate',
      await aCertificate(app, organization.key, { number: 'T-1', ...CHECKED }),
    );
    const tierRecognitionId = encodeGlobalId(
      'TierRecognition',
      await aTier(app, organization.key, { evidence: '浙经信〔2024〕1号' }),
    );
    const acting = { actingOrganizationId: organization.id };
    await organization.owner.client.ok(WITHDRAW_CERTIFICATE, {
      input: { ...acting, certificateId, reason: '证书已换发' },
    });
    await organization.owner.client.ok(WITHDRAW_TIER, { input: { ...acting, tierRecognitionId } });
    expect(await rowsOf('organization_certificate', organization.key)).toEqual([]);
    const { organization: seen } = await organization.owner.client.ok<History>(HISTORY, {
      id: organization.id,
    });
    expect(seen.factHistory).toMatchObject([
      { change: 'WITHDRAWN', tierRecognitionId, level: 'SPECIALIZED', evidence: '浙经信〔2024〕1号' },
      { change: 'WITHDRAWN', certificateId, number: 'T-1', state: 'CHECKED', reason: '证书已换发' },
    ]);
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
