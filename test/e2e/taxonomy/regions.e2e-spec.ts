import { createTestApp, type TestApp } from '../../support/test-app.js';

interface Named {
  code: string;
  name: string;
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('regions', () => {
  it('lists the Delta’s provinces first, in the reader’s language', async () => {
    const query = '{ regions(first: 5) { code name } }';
    const zh = await app.asGuest().ok<{ regions: Named[] }>(query);
    const en = await app.asGuest().in('en').ok<{ regions: Named[] }>(query);
    expect(zh.regions.map(({ name }) => name)).toEqual(['上海市', '江苏省', '浙江省', '安徽省', '北京市']);
    expect(en.regions.map(({ name }) => name)).toEqual([
      'Shanghai',
      'Jiangsu',
      'Zhejiang',
      'Anhui',
      'Beijing',
    ]);
  });

  it('gives the cities of a province and the counties of a city', async () => {
    const { cities, counties } = await app
      .asGuest()
      .ok<Record<string, Named[]>>(
        '{ cities: regions(parent: "33") { code name } counties: regions(parent: "330200") { code name } }',
      );
    expect(cities).toHaveLength(11);
    expect(counties).toContainEqual({ code: '330206', name: '北仑区' });
  });

  it('searches by name', async () => {
    const { regions } = await app
      .asGuest()
      .ok<{ regions: Named[] }>('{ regions(query: "昆山", first: 1) { code name } }');
    expect(regions).toEqual([{ code: '320583', name: '昆山市' }]);
  });
});

describe('region', () => {
  it('gives a region with those around and inside it', async () => {
    const { region } = await app
      .asGuest()
      .in('en')
      .ok<{ region: unknown }>(
        '{ region(code: "330206") { name level parent { name } path { name } children { code } } }',
      );
    expect(region).toEqual({
      name: 'Beilun District',
      level: 'COUNTY',
      parent: { name: 'Ningbo' },
      path: [{ name: 'Zhejiang' }, { name: 'Ningbo' }, { name: 'Beilun District' }],
      children: [],
    });
  });

  it('gives null for an unknown code', async () => {
    expect(await app.asGuest().ok('{ region(code: "999999") { code } }')).toEqual({ region: null });
  });
});
