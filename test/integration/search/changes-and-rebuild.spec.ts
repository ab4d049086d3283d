import type { SearchDocument } from '@app/search';
import { idAt } from './contract/contract-documents.js';
import { answers, type EmbeddedFixture, openEmbedded, put } from './embedded-fixture.js';
import { RandomDocuments } from './random-documents.js';

describe('changes and rebuilds lead to the same index', () => {
  let fixture: EmbeddedFixture;
  beforeAll(async () => {
    fixture = await openEmbedded();
  });
  afterAll(() => fixture.stop());

  it.each([1, 2, 3])('whatever was added, replaced, removed and merged on the way (%i)', async (seed) => {
    const random = new RandomDocuments(seed);
    const writing = fixture.engine();
    const reading = fixture.engine();
    const state = new Map<string, SearchDocument>();
    const first = Array.from({ length: 500 }, (_, place) => random.next(place, 1));
    await rebuildFrom(first);
    first.forEach((document) => state.set(document.id, document));

    for (let round = 2; round < 14; round++) {
      const upsert = Array.from({ length: 1 + random.below(40) }, () =>
        random.next(random.below(700), round),
      );
      const remove = Array.from({ length: random.below(5) }, () => idAt(random.below(700)));
      await put(writing, upsert, remove);
      for (const document of upsert) state.set(document.id, document);
      for (const id of remove) state.delete(id);
      if (random.below(3) === 0) await fixture.writer.merge('capabilities', 1);
      if (random.below(2) === 0) await answers(reading);
    }

    const live = await answers(writing);
    expect(live.filter((answer) => 'hits' in (answer as object)).length).toBeGreaterThan(12);
    expect(await answers(fixture.engine())).toEqual(live);
    await fixture.writer.merge('capabilities', 1);
    expect(await answers(writing)).toEqual(live);
    expect(await answers(fixture.engine())).toEqual(live);
    await rebuildFrom([...state.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(await answers(writing)).toEqual(live);

    async function rebuildFrom(documents: readonly SearchDocument[]): Promise<void> {
      const rebuild = await writing.beginRebuild('capabilities');
      await rebuild.add(documents);
      expect(await rebuild.finish()).toEqual({ documents: documents.length });
    }
  });
});
