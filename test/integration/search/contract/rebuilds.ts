import type { SearchEngine } from '@app/search';
import { ask, documentAt, fill, found, idAt } from './contract-documents.js';

const draftsOf = (word: string, count: number) =>
  Array.from({ length: count }, () => ({ title: `${word}加工`, facets: { kind: 'PROCESS' } }));

/** A rebuilt index takes the place of the old one between two searches. */
export function rebuilds(engine: () => SearchEngine): void {
  beforeEach(() => fill(engine(), 'capabilities', draftsOf('车床', 30)));

  it('shows nothing of a rebuild before it is finished', async () => {
    const rebuild = await engine().beginRebuild('capabilities');
    await rebuild.add([documentAt(0, { title: '铣床加工' })]);
    expect((await ask(engine(), { text: '车床' })).total).toBe(30);
    expect((await ask(engine(), { text: '铣床' })).total).toBe(0);
    expect(await rebuild.finish()).toEqual({ documents: 1 });
    expect((await ask(engine(), { text: '车床' })).total).toBe(0);
    expect(found(await ask(engine(), { text: '铣床' }))).toEqual([0]);
  });

  it('leaves the live index as it was when it is aborted', async () => {
    const rebuild = await engine().beginRebuild('capabilities');
    await rebuild.add([documentAt(0, { title: '铣床加工' })]);
    await rebuild.abort();
    expect((await ask(engine(), { text: '车床' })).total).toBe(30);
    expect((await engine().health()).indexes.find(({ index }) => index === 'capabilities')).toMatchObject({
      documents: 30,
      rebuilding: false,
    });
  });

  it('carries over what changed while it ran', async () => {
    const rebuild = await engine().beginRebuild('capabilities');
    await rebuild.add(
      Array.from({ length: 10 }, (_, place) => documentAt(place, { title: '铣床加工', version: 1 })),
    );
    await engine().apply('capabilities', {
      upsert: [
        documentAt(3, { title: '磨床加工', version: 2 }),
        documentAt(77, { title: '磨床加工', version: 1 }),
      ],
      remove: [idAt(5)],
    });
    expect(found(await ask(engine(), { text: '磨床' }))).toEqual([3, 77]);
    await rebuild.add([documentAt(10, { title: '铣床加工', version: 1 })]);
    expect(await rebuild.finish()).toEqual({ documents: 11 });
    expect(found(await ask(engine(), { text: '磨床' }))).toEqual([3, 77]);
    expect(found(await ask(engine(), { text: '铣床' }))).toEqual([0, 1, 2, 4, 6, 7, 8, 9, 10]);
  });

  it('never answers from a half-filled index while searches go on', async () => {
    let running = true;
    const totals = new Set<number>();
    const searching = (async () => {
      while (running)
        totals.add((await ask(engine(), { filter: [{ field: 'kind', anyOf: ['PROCESS'] }] })).total);
    })();
    await fill(engine(), 'capabilities', draftsOf('铣床', 500));
    await fill(engine(), 'capabilities', draftsOf('刨床', 40));
    running = false;
    await searching;
    expect([...totals].filter((total) => ![30, 500, 40].includes(total))).toEqual([]);
    expect((await ask(engine(), { text: '刨床' })).total).toBe(40);
  });
}
