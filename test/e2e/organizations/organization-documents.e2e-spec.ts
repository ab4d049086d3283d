import { OrganizationsIndexer, OrganizationStatus, TierLevel } from '@app/organizations';
import { newId } from '@app/kernel';
import { indexSchema } from '@app/search';
import {
  aCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
} from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;
let source: OrganizationsIndexer;

beforeAll(async () => {
  app = await createTestApp();
  source = app.get(OrganizationsIndexer);
});
afterAll(() => app.close());

it('an organization is found by its texts, place, trade and facts', async () => {
  const { key, creditCode } = await anUnclaimedOrganization(app, {
    name: '杭州压铸一厂',
    nameEn: 'Hangzhou Die Casting',
    regionCode: '330106',
    industryCode: 'C3392',
    businessScope: '铝压铸件制造',
    introduction: '三十年',
    foundedOn: '1990-05-01',
    chainLeaderOf: ['新能源汽车'],
  });
  await aTier(app, key);
  await aTier(app, key, { level: TierLevel.LITTLE_GIANT });
  await aTier(app, key, { year: 2020 });
  await aCertificate(app, key);
  const [document] = await source.load([key]);
  expect(document).toMatchObject({
    id: key,
    version: 1,
    title: '杭州压铸一厂',
    text: '铝压铸件制造 三十年',
    keywords: ['Hangzhou Die Casting', creditCode, '有色金属铸造', 'Non-ferrous metal casting', '新能源汽车'],
    facets: {
      province: '33',
      city: '3301',
      region: '330106',
      industry: ['C', 'C33', 'C339', 'C3392'],
      tier: ['LITTLE_GIANT', 'SPECIALIZED'],
      certificate: ['iso-9001'],
      role: ['CHAIN_LEADER'],
      chain: ['新能源汽车'],
      state: 'ACTIVE',
      claimed: 'UNCLAIMED',
      establishedAt: Date.UTC(1990, 4, 1),
    },
  });
  const known = new Set(indexSchema('organizations').fields.map(({ name }) => name));
  expect(Object.keys(document!.facets).filter((field) => !known.has(field))).toEqual([]);
});

it('what is deregistered or not there is not given', async () => {
  const { key } = await anOrganization(app, { status: OrganizationStatus.DEREGISTERED });
  expect(await source.load([key, newId()])).toEqual([]);
});

it('all come once in the order of ids, one statement a page', async () => {
  for (let i = 0; i < 5; i++) await anUnclaimedOrganization(app);
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { result, statements } = await app.statements.during(() => source.page(after, 3));
    expect(statements).toHaveLength(1);
    if (result.length === 0) break;
    ids.push(...result.map(({ id }) => id));
    after = result.at(-1)!.id;
  }
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(await source.count());
});
