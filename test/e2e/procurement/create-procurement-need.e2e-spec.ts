import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { anOrganization, eventsAbout, outsidersOf } from '../../support/builders/organizations.js';
import { inDays, needsOf, storedLines } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CREATE = `mutation ($input: CreateProcurementNeedInput!) {
  createProcurementNeed(input: $input) {
    __typename
    ... on CreateProcurementNeedPayload { procurementNeed {
      id kind state visibility title alias version open publishedAt smeReserved organization { id }
      deliveryRegion { code } replyDeadline requiredCertificates { id } preferredCertificates { id }
      parameters { parameterId min max unit values parameter { id } } concepts { conceptId text concept { id } }
      targetPrice { amount currency taxIncluded basis } targetPriceShown budget { min max currency } budgetShown
      paymentTerms purpose deliverBy invitedOrganizations { id }
      lines { id position name partNumber drawingNumber revision material process tolerance surface heatTreatment
        inspection packaging quantity { amount unit period } yearlySteps startOfProduction tooling }
    } }
  }
}`;

interface Answer {
  createProcurementNeed: {
    __typename: string;
    procurementNeed: Record<string, unknown> & {
      id: string;
      lines: object[];
      concepts: { conceptId: string }[];
    };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const five = {
  title: '铝合金压铸电机壳体',
  lines: [{ quantity: { amount: '500', unit: '件' } }],
  deliveryRegionCode: '330100',
};

it('five fields make a need; the rest has sensible defaults', async () => {
  const { id, key, editor } = await anOrganization(app);
  const replyDeadline = inDays(14).toISOString();
  const input = { actingOrganizationId: id, ...five, replyDeadline };
  const { createProcurementNeed } = await editor.client.ok<Answer>(CREATE, { input });
  const need = createProcurementNeed.procurementNeed;
  expect(need).toMatchObject({
    kind: 'PART',
    state: 'DRAFT',
    visibility: 'PUBLIC',
    alias: null,
    version: 1,
    open: false,
    publishedAt: null,
    smeReserved: false,
    organization: { id },
    deliveryRegion: { code: '3301' },
    replyDeadline,
    targetPrice: null,
    budget: null,
    invitedOrganizations: [],
  });
  expect(need.lines).toMatchObject([
    {
      position: 1,
      name: five.title,
      quantity: { amount: '500', unit: '件', period: 'ONCE' },
      yearlySteps: [],
      tooling: null,
    },
  ]);
  expect(need.concepts.map(({ conceptId }) => conceptId)).toContain('motor-housing');
  const [stored] = await needsOf(app, key);
  expect(stored?.concepts.length).toBeGreaterThan(0);
  expect(await eventsAbout(app, stored!.id)).toEqual(['ProcurementNeedChanged']);
});

it('keeps everything that a buyer can say', async () => {
  const { id, owner } = await anOrganization(app);
  const line = {
    name: '后端盖',
    partNumber: 'MH8-02',
    drawingNumber: 'DWG-02',
    revision: 'C',
    material: 'A380',
    process: '压铸',
    tolerance: 'CT5',
    surface: '喷丸',
    heatTreatment: 'T5',
    inspection: '三坐标首件',
    packaging: '周转箱',
    quantity: { amount: '50000', unit: '件', period: 'MONTH' },
    yearlySteps: ['100000', '250000.5'],
    startOfProduction: '2027-03-01',
    tooling: 'NEW',
  };
  const said = {
    kind: 'SERVICE',
    visibility: 'INVITED_ONLY',
    alias: '某新能源汽车链主·杭州',
    paymentTerms: '月结60天',
    purpose: 'SECOND_SOURCE',
    deliverBy: '2027-01-31',
    smeReserved: true,
  };
  const input = {
    actingOrganizationId: id,
    title: '壳体',
    ...said,
    lines: [line],
    requiredCertificates: ['iatf-16949'],
    preferredCertificates: ['iso-14001', 'iso-14001'],
    parameters: [
      { parameterId: 'piece-weight', min: '6.50', max: '6.5' },
      { parameterId: 'ct-grade', values: ['CT5'] },
    ],
    targetPrice: { amount: '95.00', taxIncluded: true, shown: true },
    budget: { min: '4000000', max: '5000000' },
  };
  const { createProcurementNeed } = await owner.client.ok<Answer>(CREATE, { input });
  expect(createProcurementNeed.procurementNeed).toMatchObject({
    ...said,
    lines: [line],
    requiredCertificates: [{ id: 'iatf-16949' }],
    preferredCertificates: [{ id: 'iso-14001' }],
    parameters: [
      {
        parameterId: 'piece-weight',
        min: '6.5',
        max: '6.5',
        unit: 'kg',
        values: [],
        parameter: { id: 'piece-weight' },
      },
      { parameterId: 'ct-grade', min: null, max: null, unit: null, values: ['CT5'] },
    ],
    targetPrice: { amount: '95', currency: 'CNY', taxIncluded: true, basis: '件' },
    targetPriceShown: true,
    budget: { min: '4000000', max: '5000000', currency: 'CNY' },
    budgetShown: false,
  });
});

it('creates once under one client mutation id, also when sent twice at once', async () => {
  const { id, key, owner, editor } = await anOrganization(app);
  const input = { actingOrganizationId: id, ...five, clientMutationId: 'c-1' };
  const answers = await Promise.all([1, 2].map(() => owner.client.ok<Answer>(CREATE, { input })));
  const later = await owner.client.ok<Answer>(CREATE, { input });
  const ids = new Set([...answers, later].map((answer) => answer.createProcurementNeed.procurementNeed.id));
  expect(ids.size).toBe(1);
  const [only, ...others] = await needsOf(app, key);
  expect(others).toEqual([]);
  expect(await storedLines(app, only!.id)).toHaveLength(1);
  await editor.client.ok(CREATE, { input });
  expect(await needsOf(app, key)).toHaveLength(2);
});

it('is refused to everybody else, and nothing is created', async () => {
  const buyer = await anOrganization(app);
  for (const { who, client, told } of await outsidersOf(app, buyer)) {
    const error = await client.refused(CREATE, { input: { actingOrganizationId: buyer.id, ...five } });
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  expect(await needsOf(app, buyer.key)).toEqual([]);
});

it.each([
  [{ title: ' a ' }, 'INVALID_INPUT'],
  [{ title: '链桥客服：您的账户已冻结' }, 'NAME_OF_PLATFORM'],
  [{ lines: [{ name: '壳体，详见 evil.example' }] }, 'NAME_ADDRESS'],
  [{ deliveryRegionCode: '77' }, 'UNKNOWN_REGION'],
  [{ replyDeadline: '2020-01-01T00:00:00Z' }, 'NEED_DEADLINE_PASSED'],
  [{ requiredCertificates: ['none'] }, 'UNKNOWN_CERTIFICATE_KIND'],
  [{ parameters: [{ parameterId: 'none', min: '1' }] }, 'UNKNOWN_PARAMETER'],
  [{ parameters: [{ parameterId: 'piece-weight' }] }, 'PARAMETER_WITHOUT_RANGE'],
  [{ parameters: [{ parameterId: 'piece-weight', min: '2', max: '1' }] }, 'RANGE_UPSIDE_DOWN'],
  [{ parameters: [{ parameterId: 'piece-weight', min: '2', unit: 'lb' }] }, 'PARAMETER_WRONG_UNIT'],
  [{ parameters: [1, 2].map(() => ({ parameterId: 'piece-weight', min: '2' })) }, 'PARAMETER_TWICE'],
  [{ parameters: [{ parameterId: 'ct-grade' }] }, 'PARAMETER_WITHOUT_VALUES'],
  [{ parameters: [{ parameterId: 'ct-grade', values: ['CT99'] }] }, 'PARAMETER_WRONG_VALUE'],
  [{ budget: { currency: 'CNY' } }, 'NEED_BUDGET_WITHOUT_AMOUNT'],
  [{ budget: { min: '2', max: '1' } }, 'RANGE_UPSIDE_DOWN'],
  [{ targetPrice: { amount: '-1' } }, 'NEED_PRICE_NEGATIVE'],
  [{ lines: [{ quantity: { amount: '0', unit: '件' } }] }, 'NEED_QUANTITY_NOT_POSITIVE'],
  [{ lines: [{ id: encodeGlobalId('NeedLine', newId()) }] }, 'NEED_LINE_UNKNOWN'],
])('refuses %j with %s, and nothing is created', async (more, reason) => {
  const { id, key, owner } = await anOrganization(app);
  const error = await owner.client.refused(CREATE, { input: { actingOrganizationId: id, ...five, ...more } });
  expect(error.extensions.reason).toBe(reason);
  expect(await needsOf(app, key)).toEqual([]);
});

it('cannot be done for an organization that is not there, nor with an id of another kind', async () => {
  const { owner } = await anOrganization(app);
  const countNeeds = () =>
    app.get(Transactions).query<{ count: number }>('select count(*)::int as count from procurement_need');
  const before = await countNeeds();
  const nowhere = await owner.client.refused(CREATE, {
    input: { actingOrganizationId: encodeGlobalId('Organization', newId()), ...five },
  });
  expect(nowhere.extensions.code).toBe('FORBIDDEN');
  const other = await owner.client.refused(CREATE, {
    input: { actingOrganizationId: encodeGlobalId('User', newId()), ...five },
  });
  expect(other.extensions.reason).toBe('INVALID_ID');
  expect(await countNeeds()).toEqual(before);
});
