import { DocumentSources, Reindexer, type SearchDocument } from '@app/search';
import { ListSource } from '../../../libs/search/src/indexing/index-fakes.spec-support.js';
import { ask, documentAt, fill, found } from './contract/contract-documents.js';
import { type EmbeddedFixture, openEmbedded } from './embedded-fixture.js';

describe('reindexing', () => {
  let fixture: EmbeddedFixture;
  beforeAll(async () => {
    fixture = await openEmbedded();
  });
  afterAll(() => fixture.stop());

  const setUp = (documents: SearchDocument[]) => {
    const source = new ListSource(documents);
    const sources = new DocumentSources();
    sources.registerSource(source);
    const engine = fixture.engine();
    return {
      source,
      engine,
      reindexer: new Reindexer(sources, engine, fixture.url, { noteListings: () => Promise.resolve() }),
    };
  };

  it('builds the index from the source, page by page, and tells how far it is', async () => {
    const documents = Array.from({ length: 4500 }, (_, place) =>
      documentAt(place, { title: `零件 ${place}` }),
    );
    const { engine, reindexer } = setUp(documents);
    const told: number[] = [];
    const outcomes = await reindexer.rebuildIndexes(undefined, ({ documents: done }) => told.push(done));
    expect(outcomes).toEqual([
      { index: 'capabilities', documents: 4500, seconds: expect.any(Number) as number },
    ]);
    expect(told).toEqual([2000, 4000, 4500]);
    expect((await ask(engine, {})).total).toBe(4500);
    expect(found(await ask(engine, { text: '4321' }))).toContain(4321);
  });

  it('leaves the live index alone when the source fails on the way', async () => {
    const { source, engine, reindexer } = setUp([documentAt(1, { title: '轴承' })]);
    await fill(engine, 'capabilities', [{ title: '齿轮' }]);
    source.page = () => Promise.reject(new Error('the table is locked'));
    await expect(reindexer.rebuildIndexes(['capabilities'])).rejects.toThrow('the table is locked');
    expect((await ask(engine, { text: '齿轮' })).total).toBe(1);
    expect((await engine.health()).indexes.some(({ rebuilding }) => rebuilding)).toBe(false);
  });

  it('puts two rebuilds in line', async () => {
    const first = setUp([documentAt(1, { title: '轴承' })]);
    const second = setUp([documentAt(2, { title: '齿轮' })]);
    const outcomes = await Promise.all([first.reindexer.rebuildIndexes(), second.reindexer.rebuildIndexes()]);
    expect(outcomes.flat().map(({ documents }) => documents)).toEqual([1, 1]);
    expect((await ask(first.engine, {})).total).toBe(1);
  });
});
