import { encodeGlobalId, newId } from '@app/kernel';
import { storedCapabilities } from '../../support/builders/capabilities.js';
import {
  aCertificate,
  anOrganization,
  eventsAbout,
  outsidersOf,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CREATE = `mutation ($input: CreateCapabilityInput!) {
  createCapability(input: $input) {
    __typename
    ... on CreateCapabilityPayload {
      capability {
        id kind state title description factState version materials processes specification leadTimeDays
        concepts { conceptId kind text weight concept { name } } conceptsCorrected
        parameters { parameterId min max unit values parameter { name } }
        industry { name } regionsServed { name } certificates { number }
        capacity { amount unit period } minimumOrder { amount unit period }
        price { min max currency taxIncluded basis }
        firstSetLevel innovationCatalogue sourcePhrase freshness { fact days stale } organization { name }
      }
    }
  }
}`;

interface Answer {
  createCapability: {
    capability: {
      id: string;
      title: string;
      state: string;
      concepts: { conceptId: string | null; weight: number }[];
      certificates: object[];
    };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const draft = (actingOrganizationId: string, more: object = {}) => ({
  input: { actingOrganizationId, kind: 'PROCESS', title: '铝合金压铸', ...more },
});

it('drafts a capability with everything that a supplier can say', async () => {
  const organization = await anOrganization(app);
  const held = encodeGlobalId(
    'OrganizationCertificate',
    await aCertificate(app, organization.key, { number: 'Q-1' }),
  );
  await aCertificate(app, organization.key, { number: 'Q-2' });
  const { createCapability } = await organization.editor.client.ok<Answer>(
    CREATE,
    draft(organization.id, {
      description: '新能源汽车电机壳体压铸与机加工',
      parameters: [
        { parameterId: 'piece-weight', min: '0.05', max: '12.500' },
        { parameterId: 'ct-grade', values: ['CT5', 'CT6'] },
      ],
      industryCode: 'C3392',
      materials: [' ADC12 ', 'ADC12', 'A380'],
      processes: ['压铸'],
      specification: 'CT5',
      certificateIds: [held],
      capacity: { amount: '50000', unit: '件', period: 'MONTH' },
      minimumOrder: { amount: '500', unit: '件' },
      price: { min: '0.0085', max: '120', basis: '件', taxIncluded: true },
      leadTimeDays: 30,
      regionsServed: ['310000', '33'],
      firstSetLevel: 'PROVINCIAL',
      innovationCatalogue: true,
    }),
  );
  expect(createCapability.capability).toMatchObject({
    kind: 'PROCESS',
    state: 'DRAFT',
    title: '铝合金压铸',
    factState: 'DECLARED',
    version: 1,
    materials: ['ADC12', 'A380'],
    processes: ['压铸'],
    leadTimeDays: 30,
    conceptsCorrected: false,
    parameters: [
      {
        parameterId: 'piece-weight',
        min: '0.05',
        max: '12.5',
        unit: 'kg',
        values: [],
        parameter: { name: '单件重量' },
      },
      { parameterId: 'ct-grade', min: null, max: null, unit: null, values: ['CT5', 'CT6'] },
    ],
    industry: { name: '有色金属铸造' },
    regionsServed: [{ name: '上海市' }, { name: '浙江省' }],
    certificates: [{ number: 'Q-1' }],
    capacity: { amount: '50000', unit: '件', period: 'MONTH' },
    minimumOrder: { amount: '500', unit: '件', period: 'ONCE' },
    price: { min: '0.0085', max: '120', currency: 'CNY', taxIncluded: true, basis: '件' },
    firstSetLevel: 'PROVINCIAL',
    innovationCatalogue: true,
    sourcePhrase: null,
    organization: { name: organization.name },
  });
  expect(createCapability.capability).toMatchObject({
    freshness: ['TECHNICAL', 'CAPACITY', 'PRICE', 'LEAD_TIME', 'DELIVERY'].map((fact) => ({
      fact,
      days: 0,
      stale: false,
    })),
  });
  const found = createCapability.capability.concepts.map(({ conceptId }) => conceptId);
  expect(found.some((id) => id?.includes('die-cast') ?? false)).toBe(true);
  const [stored] = await storedCapabilities(app, organization.key);
  expect(await eventsAbout(app, stored!.id)).toEqual(['CapabilityChanged']);
});

it('takes the concepts that the supplier names, in their order', async () => {
  const organization = await anOrganization(app);
  const { createCapability } = await organization.owner.client.ok<Answer>(
    CREATE,
    draft(organization.id, { conceptIds: ['cnc-machining', 'die-casting'] }),
  );
  expect(createCapability.capability).toMatchObject({
    conceptsCorrected: true,
    concepts: [
      { conceptId: 'cnc-machining', weight: 1 },
      { conceptId: 'die-casting', weight: 0.9 },
    ],
  });
});

it('lets all certificates apply unless some are chosen', async () => {
  const organization = await anOrganization(app);
  await aCertificate(app, organization.key);
  await aCertificate(app, organization.key);
  const certificates = async (more: object) =>
    (await organization.owner.client.ok<Answer>(CREATE, draft(organization.id, more))).createCapability
      .capability.certificates;
  expect(await certificates({})).toHaveLength(2);
  expect(await certificates({ certificateIds: null })).toHaveLength(2);
  expect(await certificates({ certificateIds: [] })).toHaveLength(0);
});

it('makes one of a retried creation, also when both come at once', async () => {
  const organization = await anOrganization(app);
  const input = draft(organization.id, { clientMutationId: 'k1' });
  const { client } = organization.editor;
  const answers = [
    ...(await Promise.all([client.ok<Answer>(CREATE, input), client.ok<Answer>(CREATE, input)])),
    await client.ok<Answer>(CREATE, input),
  ];
  expect(new Set(answers.map((answer) => answer.createCapability.capability.id)).size).toBe(1);
  expect(await storedCapabilities(app, organization.key)).toHaveLength(1);
});

it('is refused to everybody but owners and editors, and nothing is made', async () => {
  const organization = await anOrganization(app);
  for (const { who, client, told } of await outsidersOf(app, organization)) {
    const error = await client.refused(CREATE, draft(organization.id));
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  expect(await storedCapabilities(app, organization.key)).toEqual([]);
});

it.each([
  ['a title with an address', { title: '压铸，详见 www.evil.example' }, 'NAME_ADDRESS'],
  ['an unknown concept', { conceptIds: ['no-such-thing'] }, 'UNKNOWN_CONCEPT'],
  ['an unknown parameter', { parameters: [{ parameterId: 'no-such-thing', min: '1' }] }, 'UNKNOWN_PARAMETER'],
  [
    'a parameter twice',
    {
      parameters: [
        { parameterId: 'length', min: '1' },
        { parameterId: 'length', max: '2' },
      ],
    },
    'PARAMETER_TWICE',
  ],
  ['a range without ends', { parameters: [{ parameterId: 'length' }] }, 'PARAMETER_WITHOUT_RANGE'],
  [
    'a range upside down',
    { parameters: [{ parameterId: 'length', min: '2', max: '1' }] },
    'RANGE_UPSIDE_DOWN',
  ],
  [
    'a length in kilograms',
    { parameters: [{ parameterId: 'length', min: '1', unit: 'kg' }] },
    'PARAMETER_WRONG_UNIT',
  ],
  ['a negative length', { parameters: [{ parameterId: 'length', min: '-1' }] }, 'PARAMETER_BEYOND_BELIEF'],
  [
    'a grade that is none',
    { parameters: [{ parameterId: 'ct-grade', values: ['CT99'] }] },
    'PARAMETER_WRONG_VALUE',
  ],
  ['a list without values', { parameters: [{ parameterId: 'ct-grade' }] }, 'PARAMETER_WITHOUT_VALUES'],
  ['no capacity at all', { capacity: { amount: '0', unit: '件' } }, 'NOT_POSITIVE'],
  [
    'a minimum order per month',
    { minimumOrder: { amount: '1', unit: '件', period: 'MONTH' } },
    'MINIMUM_ORDER_HAS_NO_PERIOD',
  ],
  ['a price without amount', { price: { basis: '件' } }, 'PRICE_WITHOUT_AMOUNT'],
  ['a negative price', { price: { min: '-1', basis: '件' } }, 'NEGATIVE_PRICE'],
  ['a price upside down', { price: { min: '2', max: '1', basis: '件' } }, 'RANGE_UPSIDE_DOWN'],
  ['an unknown region', { regionsServed: ['00'] }, 'UNKNOWN_REGION'],
  ['an unknown industry', { industryCode: 'Z1' }, 'UNKNOWN_INDUSTRY'],
  ['a lead time of ten years', { leadTimeDays: 3650 }, 'INVALID_INPUT'],
  [
    'a certificate that is not held',
    { certificateIds: [encodeGlobalId('OrganizationCertificate', newId())] },
    'CERTIFICATE_NOT_HELD',
  ],
])('refuses %s, and nothing is made', async (_, more, reason) => {
  const organization = await anOrganization(app);
  const error = await organization.owner.client.refused(CREATE, draft(organization.id, more));
  expect(error.extensions).toMatchObject({ code: 'BAD_INPUT', reason });
  expect(await storedCapabilities(app, organization.key)).toEqual([]);
});
