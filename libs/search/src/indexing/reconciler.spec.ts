import { DocumentSources } from '../port/search-document.js';
import { ListSource, MemoryEngine, plain } from './index-fakes.spec-support.js';
import { Reconciler } from './reconciler.js';

describe('reconciliation', () => {
  const setUp = (source: ListSource) => {
    const sources = new DocumentSources();
    sources.registerSource(source);
    const engine = new MemoryEngine();
    return { engine, reconciler: new Reconciler(sources, engine) };
  };

  it('adds what is missing, replaces what is old, removes what should not be there', async () => {
    const { engine, reconciler } = setUp(new ListSource([plain('a', 2), plain('b', 3), plain('c')]));
    for (const document of [plain('a', 2), plain('b', 2), plain('x')]) engine.held.set(document.id, document);
    expect(await reconciler.reconcileIndex('capabilities')).toEqual({
      index: 'capabilities',
      missing: 1,
      outdated: 1,
      surplus: 1,
    });
    expect([...engine.held.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      plain('a', 2),
      plain('b', 3),
      plain('c'),
    ]);
    expect(await reconciler.reconcileIndex('capabilities')).toMatchObject({
      missing: 0,
      outdated: 0,
      surplus: 0,
    });
  });

  it('touches nothing where nothing differs', async () => {
    const { engine, reconciler } = setUp(new ListSource([plain('a')]));
    engine.held.set('a', plain('a'));
    await reconciler.reconcileIndex('capabilities');
    expect(engine.applied).toEqual([]);
  });

  it('spares a document that came back while it compared', async () => {
    const source = new ListSource([plain('a')]);
    const { engine, reconciler } = setUp(source);
    engine.held.set('a', plain('a'));
    engine.held.set('back', plain('back'));
    const page = source.page.bind(source);
    source.page = async (after, limit) => {
      const found = await page(after, limit);
      source.documents = [plain('a'), plain('back', 2)];
      return after === null ? found : [];
    };
    await reconciler.reconcileIndex('capabilities');
    expect(engine.held.get('back')).toEqual(plain('back', 2));
  });
});
