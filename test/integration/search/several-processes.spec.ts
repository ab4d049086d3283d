import { ask, documentAt, fill, found } from './contract/contract-documents.js';
import { type EmbeddedFixture, openEmbedded, put } from './embedded-fixture.js';

describe('several processes on one index', () => {
  let fixture: EmbeddedFixture;
  beforeAll(async () => {
    fixture = await openEmbedded();
  });
  afterAll(() => fixture.stop());

  it('show a change of one in the next search there, and by itself in the others', async () => {
    const [writing, reading] = [fixture.engine(), fixture.engine()];
    await fill(writing, 'capabilities', [{ title: '齿轮' }]);
    expect((await ask(reading, {})).total).toBe(1);
    for (let place = 1; place <= 20; place++) {
      await put(writing, [documentAt(place, { title: `轴承 ${place}` })]);
      expect((await ask(writing, { text: '轴承' })).total).toBe(place);
      let total = 0;
      while (total < place) ({ total } = await ask(reading, { text: '轴承' }));
    }
  });

  it('show a rebuild of one in the others, whole', async () => {
    const [writing, reading] = [fixture.engine(), fixture.engine()];
    await fill(writing, 'capabilities', [{ title: '齿轮' }]);
    expect(found(await ask(reading, {}))).toEqual([0]);
    await fill(writing, 'capabilities', [{ title: '轴承' }, { title: '轴套' }, { title: '轴瓦' }]);
    const seen = new Set<number>();
    while (!seen.has(3)) seen.add((await ask(reading, {})).total);
    expect([...seen].filter((total) => ![1, 3].includes(total))).toEqual([]);
  });

  it('find nothing, and fail at nothing, before there is any index', async () => {
    const answer = await fixture
      .engine()
      .search({ index: 'events', text: '对接会', facets: ['kind'], page: 1, hitsPerPage: 5 });
    expect(answer).toMatchObject({ hits: [], total: 0, facets: { kind: [] } });
    expect(await fixture.engine().versions('events', null, 5)).toEqual([]);
    expect(
      await fixture.engine().recall('events', [{ terms: [{ text: '对接', weight: 1 }], limit: 5 }]),
    ).toEqual([]);
  });
});
