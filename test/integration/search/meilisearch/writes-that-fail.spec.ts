import { BadDocumentError, DocumentSources, Reconciler, SearchUnavailableError } from '@app/search';
import { ListSource } from '../../../../libs/search/src/indexing/index-fakes.spec-support.js';
import { ask, found, idAt } from '../contract/contract-documents.js';
import { type AdapterFixture, documentsOf, openAdapter, withBearing } from './adapter-fixture.js';

const ADDED = /capabilities\/documents$/;

describe('writes that Meilisearch does not carry out', () => {
  let fixture: AdapterFixture;
  beforeEach(async () => {
    fixture = await openAdapter();
  });
  afterEach(() => fixture.stop());

  it('are halved down to the one bad document, and all others get in', async () => {
    const engine = await withBearing(fixture);
    fixture.server.store.refuses = ({ id }) => (id === idAt(13) ? 'invalid_document_fields' : undefined);
    const documents = documentsOf(
      Array.from({ length: 30 }, (_, i) => i + 1),
      '齿轮',
    );
    await expect(engine.apply('capabilities', { upsert: documents, remove: [] })).rejects.toMatchObject({
      name: BadDocumentError.name,
      documentId: idAt(13),
    });
    expect((await ask(engine, {})).total).toBe(30);
  });

  it('are not halved when the fault is the server’s', async () => {
    const engine = await withBearing(fixture);
    fixture.server.store.refuses = () => 'internal';
    const calls = fixture.server.callsOf(ADDED);
    await expect(
      engine.apply('capabilities', { upsert: documentsOf([1, 2, 3, 4], '齿轮'), remove: [] }),
    ).rejects.toThrow('internal');
    expect(fixture.server.callsOf(ADDED)).toBe(calls + 1);
  });

  it('are not sent twice when the answer is bad: the relay comes again', async () => {
    const engine = await withBearing(fixture);
    const calls = fixture.server.callsOf(ADDED);
    fixture.server.trouble(ADDED, 'UNAVAILABLE');
    await expect(
      engine.apply('capabilities', { upsert: documentsOf([1], '齿轮'), remove: [] }),
    ).rejects.toThrow(SearchUnavailableError);
    expect(fixture.server.callsOf(ADDED)).toBe(calls + 1);
  });

  it('are noticed when the server forgets a task, and mended by reconciliation', async () => {
    const engine = await withBearing(fixture);
    fixture.server.trouble(ADDED, 'LOST');
    await expect(
      engine.apply('capabilities', { upsert: documentsOf([1], '齿轮'), remove: [] }),
    ).rejects.toThrow(SearchUnavailableError);
    fixture.server.store.indexes.get('lianqiao_capabilities')!.documents.clear();
    const sources = new DocumentSources();
    sources.registerSource(new ListSource([...documentsOf([0], '轴承', 2), ...documentsOf([1], '齿轮')]));
    expect(await new Reconciler(sources, engine).reconcileIndex('capabilities')).toMatchObject({
      missing: 2,
    });
    expect(found(await ask(engine, {}))).toEqual([0, 1]);
  });

  it('never let an older version win, whichever of several processes comes last', async () => {
    const engines = [fixture.engine(), fixture.engine(), fixture.engine()];
    const versions = Array.from({ length: 12 }, (_, i) => 1 + ((i * 5) % 12));
    await Promise.all(
      versions.map((version, i) =>
        engines[i % 3]!.apply('capabilities', {
          upsert: documentsOf([1], `齿轮${version}`, version),
          remove: [],
        }),
      ),
    );
    expect(await engines[0]!.versions('capabilities', null, 10)).toEqual([{ id: idAt(1), version: 12 }]);
  });
});
