import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const SEARCH =
  'query ($query: String!, $first: Int) { tradeConcepts(query: $query, first: $first) { id name kind } }';

describe('tradeConcepts', () => {
  it('finds concepts by name and by synonym, in the reader’s language', async () => {
    const byName = await app.asGuest().ok(SEARCH, { query: '压铸', first: 1 });
    const bySynonym = await app.asGuest().in('en').ok(SEARCH, { query: 'HPDC', first: 1 });
    expect(byName).toEqual({ tradeConcepts: [{ id: 'die-casting', name: '压铸', kind: 'PROCESS' }] });
    expect(bySynonym).toEqual({ tradeConcepts: [expect.objectContaining({ kind: 'PROCESS' })] });
  });

  it('gives nothing for a text that no concept bears, and refuses one that is too long', async () => {
    expect(await app.asGuest().ok(SEARCH, { query: '不存在的东西' })).toEqual({ tradeConcepts: [] });
    const refusal = await app.asGuest().refused(SEARCH, { query: '长'.repeat(101) });
    expect(refusal.extensions.code).toBe('BAD_INPUT');
  });
});

describe('tradeConcept', () => {
  it('gives a concept with relatives, industries and typed parameters', async () => {
    const { tradeConcept } = await app.asGuest().ok<{
      tradeConcept: {
        narrower: object[];
        parameters: { id: string; name: string; type: string }[];
        industries: object[];
      };
    }>('{ tradeConcept(id: "die-casting") { broader { id } narrower { id } industries { code } parameters { id name type values unit min max better } } }');
    expect(tradeConcept.narrower.length).toBeGreaterThan(0);
    expect(tradeConcept.industries).toContainEqual({ code: 'C3392' });
    expect(tradeConcept.parameters.map(({ id }) => id)).toContain('ct-grade');
  });

  it('gives null for an unknown id', async () => {
    expect(await app.asGuest().ok('{ tradeConcept(id: "nonsense") { id } }')).toEqual({ tradeConcept: null });
  });
});
