import type { NearDocument, SearchDocument, SearchEngine, VectorSource } from '@app/search';
import { ask, documentAt, type DocumentDraft, fill, idAt, places } from './contract-documents.js';

/** The model of the contract, and one of which its indexes never hear. */
const FIELD = 'm7';
const OTHER_FIELD = 'm8';
const DIMENSIONS = 4;
const SAID = /^vector (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)$/;

function said({ text }: SearchDocument): number[] | null {
  return SAID.exec(text)?.slice(1).map(Number) ?? null;
}

/** Vectors for an engine under test: documents of capabilities say theirs in their text, another model knows some as well. */
export const CONTRACT_VECTORS: VectorSource = {
  searched: (index) =>
    Promise.resolve(index === 'capabilities' ? { field: FIELD, dimensions: DIMENSIONS } : null),
  of: (index, documents) =>
    Promise.resolve(
      index === 'capabilities'
        ? documents.map((document) => ({
            [FIELD]: said(document),
            [OTHER_FIELD]: said(document)?.slice(1) ?? null,
          }))
        : null,
    ),
};

const DOCUMENTS: DocumentDraft[] = [
  { title: '铝合金压铸', text: 'vector 1 0 0 0' },
  { title: '锌合金压铸', text: 'vector 0.8 0.6 0 0' },
  { title: '注塑模具', text: 'vector 0 1 0 0' },
  { title: '线切割' },
  { title: '压铸脱模剂', text: 'vector -1 0.1 0 0' },
];

/** Documents with vectors: found by them where the engine can, by words as ever, and never in each other’s way. */
export function vectors(engine: () => SearchEngine): void {
  const nearest = (components: readonly number[], limit = 10, field = FIELD) =>
    engine().nearest('capabilities', { field, components }, limit);
  /** What an engine that finds by vectors finds; one that does not finds nothing, whatever is asked. */
  const expected = (...near: readonly (readonly [number, number])[]) =>
    engine().findsByVectors
      ? near.map(([place, cosine]): NearDocument => ({
          id: idAt(place),
          cosine: expect.closeTo(cosine, 3) as number,
        }))
      : [];
  beforeEach(() => fill(engine(), 'capabilities', DOCUMENTS));

  it('are found by nearness, the nearest first, but for those far away and those without a vector', async () => {
    expect(await nearest([1, 0, 0, 0])).toEqual(expected([0, 1], [1, 0.8]));
    expect(await nearest([0.6, 0.8, 0, 0], 2)).toEqual(expected([1, 0.96], [2, 0.8]));
  });

  it('are nothing to a model of which the index knows nothing, and to other indexes', async () => {
    expect(await nearest([1, 0, 0], 10, OTHER_FIELD)).toEqual([]);
    expect(await nearest([1, 0, 0], 10)).toEqual([]);
    await fill(engine(), 'needs', [{ title: '求购压铸件', text: 'vector 1 0 0 0' }]);
    expect(await engine().nearest('needs', { field: FIELD, components: [1, 0, 0, 0] }, 10)).toEqual([]);
  });

  it('follow every change of their document', async () => {
    const changed = [
      documentAt(0, { title: '铝合金压铸', text: 'vector 0 0 1 0', version: 2 }),
      documentAt(1, { title: '锌合金压铸', version: 2 }),
      documentAt(5, { title: '重力铸造', text: 'vector 0.8 0 0.6 0' }),
    ];
    await engine().apply('capabilities', { upsert: changed, remove: [idAt(4)] });
    expect(await nearest([0, 0, 1, 0])).toEqual(expected([0, 1], [5, 0.6]));
  });

  it('are found by words as ever', async () => {
    expect(places(await ask(engine(), { text: '线切割' }))).toEqual([3]);
    expect(places(await ask(engine(), { text: '压铸' })).sort()).toEqual([0, 1, 4]);
    const recalled = await engine().recall('capabilities', [
      { terms: [{ text: '注塑模具', weight: 1 }], limit: 10 },
    ]);
    expect(recalled.map(({ id }) => id)).toEqual([idAt(2)]);
  });
}
