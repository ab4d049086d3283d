import { BadDocumentError, type SearchEngine } from '@app/search';
import { ask, documentAt, type DocumentDraft, fill, found, idAt } from './contract-documents.js';

const START: readonly DocumentDraft[] = [
  { title: '齿轮加工', facets: { province: '330000', leadTimeDays: 10 } },
  { title: '齿轮箱', facets: { province: '320000', leadTimeDays: 20 } },
  { title: '链轮', facets: { province: '330000' } },
];

/** What was applied is what the next search finds. */
export function changes(engine: () => SearchEngine): void {
  beforeEach(() => fill(engine(), 'capabilities', START));
  const apply = (upsert: Parameters<typeof documentAt>[], remove: number[] = []) =>
    engine().apply('capabilities', {
      upsert: upsert.map((each) => documentAt(...each)),
      remove: remove.map(idAt),
    });

  it('finds a new document at once, by words, fields and numbers', async () => {
    await apply([
      [
        7,
        {
          title: '蜗轮减速机',
          facets: { province: '310000', leadTimeDays: 7, tier: ['SPECIALIZED'] },
          concepts: ['worm-gear'],
        },
      ],
    ]);
    expect(found(await ask(engine(), { text: '减速机' }))).toEqual([7]);
    expect(found(await ask(engine(), { filter: [{ field: 'leadTimeDays', max: 8 }] }))).toEqual([7]);
    expect(found(await ask(engine(), { filter: [{ field: 'concept', anyOf: ['worm-gear'] }] }))).toEqual([7]);
    const facets = (await ask(engine(), { facets: ['province', 'tier'] })).facets;
    expect(facets['province']).toContainEqual({ value: '310000', count: 1 });
    expect(facets['tier']).toEqual([{ value: 'SPECIALIZED', count: 1 }]);
  });

  it('replaces a document as a whole', async () => {
    await apply([[0, { version: 2, title: '丝杠', facets: { province: '310000' } }]]);
    expect(found(await ask(engine(), { text: '齿轮加工' }))).not.toContain(0);
    expect(found(await ask(engine(), { text: '丝杠' }))).toEqual([0]);
    expect(found(await ask(engine(), { filter: [{ field: 'leadTimeDays', min: 0 }] }))).toEqual([1]);
    expect((await ask(engine(), {})).total).toBe(3);
  });

  it('removes a document, and does not mind one that is not there', async () => {
    await apply([], [1, 55]);
    expect(found(await ask(engine(), { text: '齿轮' }))).toEqual([0]);
    expect((await ask(engine(), { facets: ['province'] })).facets).toEqual({
      province: [{ value: '330000', count: 2 }],
    });
    await apply([[1, { title: '齿轮箱', version: 2 }]]);
    expect(found(await ask(engine(), { text: '齿轮箱' }))).toContain(1);
  });

  it('changes nothing when the same is applied again', async () => {
    const again: Parameters<typeof documentAt> = [7, { title: '同步带轮', facets: { province: '310000' } }];
    await apply([again]);
    const before = await ask(engine(), { text: '带轮', facets: ['province'] });
    await apply([again, again]);
    await apply([], [99]);
    expect(await ask(engine(), { text: '带轮', facets: ['province'] })).toEqual(before);
  });

  it('never lets an older version replace a newer one, nor forgets what changed under the same version', async () => {
    await apply([[0, { version: 5, title: '新能源齿轮' }]]);
    await apply([[0, { version: 4, title: '旧式齿轮' }]]);
    expect(found(await ask(engine(), { text: '新能源' }))).toEqual([0]);
    await apply([[0, { version: 5, title: '新能源齿轮', facets: { tier: ['LITTLE_GIANT'] } }]]);
    expect(found(await ask(engine(), { filter: [{ field: 'tier', anyOf: ['LITTLE_GIANT'] }] }))).toEqual([0]);
  });

  it('tells ids and versions in order', async () => {
    await apply(
      [
        [0, { version: 9, title: '齿轮加工', facets: START[0]!.facets }],
        [8, { title: '皮带' }],
      ],
      [2],
    );
    const all = [
      { id: idAt(0), version: 9 },
      { id: idAt(1), version: 1 },
      { id: idAt(8), version: 1 },
    ];
    expect(await engine().versions('capabilities', null, 10)).toEqual(all);
    expect(await engine().versions('capabilities', idAt(0), 1)).toEqual([all[1]]);
    expect(await engine().versions('capabilities', idAt(8), 10)).toEqual([]);
  });

  it('refuses a document that does not fit, before anything changed', async () => {
    const wrong = [
      { facets: { nonsense: 'x' } },
      { facets: { leadTimeDays: 'soon' } },
      { facets: { province: ['a', 'b'] } },
      { facets: { tier: [''] } },
    ];
    for (const facets of wrong) {
      await expect(
        apply([
          [7, { title: '好的' }],
          [8, { title: '坏的', ...(facets as object) }],
        ]),
      ).rejects.toThrow(BadDocumentError);
    }
    expect((await ask(engine(), {})).total).toBe(3);
  });

  it('counts documents of an index apart from those of others', async () => {
    await engine().apply('events', {
      upsert: [documentAt(1, { title: '齿轮供需对接会', facets: { startsAt: 1 } })],
      remove: [],
    });
    expect((await ask(engine(), {})).total).toBe(3);
    expect((await engine().search({ index: 'events', text: '齿轮', page: 1, hitsPerPage: 5 })).total).toBe(1);
  });
}
