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

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function rowsOf(
  table: 'organization_certificate' | 'tier_recognition',
  organizationId: string,
): Promise<object[]> {
  return app
    .get(Transactions)
    .query(`select * from ${table} where organization_id = $1 order by id`, [organizationId]);
}

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
