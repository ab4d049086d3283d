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

describe('industries', () => {
  it('gives the sections to anybody, in the reader’s language', async () => {
    const query = '{ industries { code name level } }';
    const zh = await app.asGuest().ok<{ industries: Named[] }>(query);
    const en = await app.asGuest().in('en').ok<{ industries: Named[] }>(query);
    expect(zh.industries).toHaveLength(20);
    expect(zh.industries[2]).toEqual({ code: 'C', name: '制造业', level: 'SECTION' });
    expect(en.industries[2]).toEqual({ code: 'C', name: 'Manufacturing', level: 'SECTION' });
  });

  it('gives the industries below one, and searches by name', async () => {
    const { below, found } = await app
      .asGuest()
      .ok<Record<string, Named[]>>(
        '{ below: industries(parent: "C339") { code name } found: industries(query: "工业机器人", first: 1) { code name } }',
      );
    expect(below!.map(({ code }) => code)).toEqual(['C3391', 'C3392', 'C3393', 'C3394', 'C3399']);
    expect(found).toEqual([{ code: 'C3491', name: '工业机器人制造' }]);
  });

  it('refuses more than a list holds', async () => {
    expect((await app.asGuest().refused('{ industries(first: 201) { code } }')).extensions.code).toBe(
      'BAD_INPUT',
    );
  });
});

describe('industry', () => {
  it('gives an industry with its relatives', async () => {
    const { industry } = await app
      .asGuest()
      .ok<{ industry: unknown }>(
        '{ industry(code: "C3392") { name level parent { code } path { code } children { code } } }',
      );
    expect(industry).toEqual({
      name: '有色金属铸造',
      level: 'CLASS',
      parent: { code: 'C339' },
      path: [{ code: 'C' }, { code: 'C33' }, { code: 'C339' }, { code: 'C3392' }],
      children: [],
    });
  });

  it('gives null for a code that is not in the standard', async () => {
    expect(await app.asGuest().ok('{ industry(code: "C9999") { code } }')).toEqual({ industry: null });
  });
});
