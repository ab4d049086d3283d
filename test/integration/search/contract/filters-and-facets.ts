import { BadSearchError, type SearchEngine } from '@app/search';
import { ask, type DocumentDraft, fill, found } from './contract-documents.js';

const PARTS: readonly DocumentDraft[] = [
  {
    title: '铝合金压铸',
    facets: { province: '330000', city: '330100', tier: ['SPECIALIZED'], kind: 'PROCESS', leadTimeDays: 20 },
  },
  {
    title: '锌合金压铸',
    facets: {
      province: '330000',
      city: '330200',
      tier: ['SPECIALIZED', 'LITTLE_GIANT'],
      kind: 'PROCESS',
      leadTimeDays: 35,
    },
  },
  {
    title: '压铸模具',
    facets: { province: '320000', city: '320500', tier: [], kind: 'PRODUCT', leadTimeDays: 60 },
  },
  {
    title: '压铸机维修',
    facets: {
      province: '310000',
      city: null,
      tier: ['LITTLE_GIANT'],
      kind: 'SERVICE',
      organizationId: 'org-1',
    },
  },
  {
    title: '注塑加工',
    facets: {
      province: '330000',
      city: '330100',
      kind: 'PROCESS',
      leadTimeDays: 15,
      organizationId: 'org-2',
    },
    concepts: ['injection-moulding'],
  },
];

/** Filters give the same documents and facets the same counts on every engine. */
export function filtersAndFacets(engine: () => SearchEngine): void {
  beforeAll(() => fill(engine(), 'capabilities', PARTS));

  it('keeps documents with one of the values, and of several filters those that pass all', async () => {
    const delta = { field: 'province', anyOf: ['330000', '310000'] };
    expect(found(await ask(engine(), { text: '压铸', filter: [delta] }))).toEqual([0, 1, 3]);
    expect(
      found(await ask(engine(), { text: '压铸', filter: [delta, { field: 'kind', anyOf: ['PROCESS'] }] })),
    ).toEqual([0, 1]);
    expect(found(await ask(engine(), { text: '压铸', filter: [{ field: 'province', anyOf: [] }] }))).toEqual(
      [],
    );
  });

  it('finds a value among several of a document', async () => {
    expect(found(await ask(engine(), { filter: [{ field: 'tier', anyOf: ['LITTLE_GIANT'] }] }))).toEqual([
      1, 3,
    ]);
    expect(
      found(await ask(engine(), { filter: [{ field: 'tier', anyOf: ['LITTLE_GIANT', 'SPECIALIZED'] }] })),
    ).toEqual([0, 1, 3]);
  });

  it('keeps numbers in a closed range; what is not known lies in none', async () => {
    expect(found(await ask(engine(), { filter: [{ field: 'leadTimeDays', min: 20, max: 35 }] }))).toEqual([
      0, 1,
    ]);
    expect(found(await ask(engine(), { filter: [{ field: 'leadTimeDays', max: 20 }] }))).toEqual([0, 4]);
    expect(found(await ask(engine(), { filter: [{ field: 'leadTimeDays', min: 0 }] }))).toEqual([0, 1, 2, 4]);
  });

  it('filters by identifiers and by concepts', async () => {
    expect(
      found(await ask(engine(), { filter: [{ field: 'organizationId', anyOf: ['org-1', 'org-2'] }] })),
    ).toEqual([3, 4]);
    expect(
      found(await ask(engine(), { filter: [{ field: 'concept', anyOf: ['injection-moulding'] }] })),
    ).toEqual([4]);
    expect(found(await ask(engine(), { filter: [{ field: 'organizationId', anyOf: ['org-9'] }] }))).toEqual(
      [],
    );
  });

  it('takes a value that looks like a filter as a value', async () => {
    const crafted = `330000' OR province != '`;
    expect(found(await ask(engine(), { filter: [{ field: 'province', anyOf: [crafted] }] }))).toEqual([]);
  });

  it('counts the values of all documents found, not only of the page', async () => {
    const answer = await ask(engine(), {
      text: '压铸',
      facets: ['province', 'tier', 'city'],
      hitsPerPage: 1,
    });
    expect(answer.total).toBe(4);
    expect(answer.hits).toHaveLength(1);
    expect(answer.facets).toEqual({
      province: [
        { value: '330000', count: 2 },
        { value: '310000', count: 1 },
        { value: '320000', count: 1 },
      ],
      tier: [
        { value: 'LITTLE_GIANT', count: 2 },
        { value: 'SPECIALIZED', count: 2 },
      ],
      city: [
        { value: '320500', count: 1 },
        { value: '330100', count: 1 },
        { value: '330200', count: 1 },
      ],
    });
  });

  it('gives total and facets without any hit where none is wanted', async () => {
    const answer = await ask(engine(), { facets: ['kind'], hitsPerPage: 0 });
    expect(answer.hits).toEqual([]);
    expect(answer.total).toBe(5);
    expect(answer.facets['kind']).toContainEqual({ value: 'PROCESS', count: 3 });
  });

  it('refuses fields that the index does not have, and pages that are none', async () => {
    await expect(ask(engine(), { filter: [{ field: 'price; drop', anyOf: ['1'] }] })).rejects.toThrow(
      BadSearchError,
    );
    await expect(ask(engine(), { facets: ['leadTimeDays'] })).rejects.toThrow(BadSearchError);
    await expect(ask(engine(), { sort: [{ field: 'province', direction: 'ASC' }] })).rejects.toThrow(
      BadSearchError,
    );
    await expect(ask(engine(), { filter: [{ field: 'province', min: 1 }] })).rejects.toThrow(BadSearchError);
    await expect(ask(engine(), { page: 0 })).rejects.toThrow(BadSearchError);
    await expect(ask(engine(), { hitsPerPage: 101 })).rejects.toThrow(BadSearchError);
  });
}
