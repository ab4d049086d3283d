import { RebuildRunningError } from '@app/search';
import { ask, documentAt, found } from '../contract/contract-documents.js';
import { type AdapterFixture, documentsOf, openAdapter, withBearing } from './adapter-fixture.js';

describe('rebuilds on Meilisearch that do not end well', () => {
  let fixture: AdapterFixture;
  beforeEach(async () => {
    fixture = await openAdapter();
  });
  afterEach(() => fixture.stop());
  const uids = () => [...fixture.server.store.indexes.keys()].sort();

  it('refuse a second one beside them, and are left alone by the caretaker while they run', async () => {
    const engine = await withBearing(fixture);
    const rebuild = await engine.beginRebuild('capabilities');
    await expect(fixture.engine().beginRebuild('capabilities')).rejects.toThrow(RebuildRunningError);
    await fixture.engine().maintain();
    await rebuild.add(documentsOf([1], '齿轮'));
    expect(await rebuild.finish()).toEqual({ documents: 1 });
    expect(uids()).toEqual(['lianqiao_capabilities']);
  });

  it('are dropped once their process is gone', async () => {
    const engine = await withBearing(fixture);
    const { store } = fixture.server;
    store.createIndex('lianqiao_capabilities__building');
    store.createIndex('lianqiao_capabilities__journal');
    await fixture.engine().maintain();
    expect(uids()).toEqual(['lianqiao_capabilities']);
    expect(found(await ask(engine, { text: '轴承' }))).toEqual([0]);
  });

  it('do not swap when documents are missing', async () => {
    const engine = await withBearing(fixture);
    const rebuild = await engine.beginRebuild('capabilities');
    await rebuild.add(documentsOf([1, 2, 3], '齿轮'));
    fixture.server.store.indexes
      .get('lianqiao_capabilities__building')!
      .documents.delete(documentAt(2, { title: '' }).id);
    await expect(rebuild.finish()).rejects.toThrow('2 of 3 documents arrived');
    await rebuild.abort();
    expect(found(await ask(engine, { text: '轴承' }))).toEqual([0]);
  });

  it('bring in what another process changed and removed after it was read', async () => {
    const engine = await withBearing(fixture);
    const rebuild = await engine.beginRebuild('capabilities');
    await fixture.engine().apply('capabilities', {
      upsert: documentsOf([2], '链轮', 7),
      remove: [documentAt(1, { title: '' }).id],
    });
    await rebuild.add([...documentsOf([1], '齿轮'), ...documentsOf([2], '旧链轮', 6)]);
    await rebuild.finish();
    const fresh = fixture.engine();
    expect(found(await ask(fresh, {}))).toEqual([2]);
    expect(await fresh.versions('capabilities', null, 5)).toMatchObject([{ version: 7 }]);
  });

  it('tell health when an index was written by another version', async () => {
    const engine = await withBearing(fixture);
    expect((await engine.health()).indexes).toMatchObject([
      { index: 'capabilities', documents: 1, outdated: false },
    ]);
    fixture.server.store.indexes.get('lianqiao_capabilities')!.settings['synonyms'] = {
      lianqiaoformat: ['older'],
    };
    expect((await engine.health()).indexes).toMatchObject([{ outdated: true }]);
  });
});
