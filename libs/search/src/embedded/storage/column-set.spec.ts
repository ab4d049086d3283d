import { Candidates, ColumnSet, TermColumn } from './column-set.js';

function all(count: number): Candidates {
  const candidates = new Candidates(new Uint32Array(count));
  candidates.takeAll(count);
  return candidates;
}

describe('columns', () => {
  it('count and keep what plain lists would', () => {
    const tiers = [['A'], ['A', 'B'], [], ['B', 'A', 'A'], ['C']];
    const column = new TermColumn();
    tiers.forEach((values, document) => column.put(document, values));
    expect(Object.fromEntries(column.count(all(5)))).toEqual({ A: 3, B: 2, C: 1 });
    const candidates = all(5);
    column.keep(candidates, ['B', 'C']);
    expect(candidates.list()).toEqual([1, 3, 4]);
    expect(column.sets.size).toBe(4);
  });

  it('go through storage unchanged, in narrow and in wide chunks', () => {
    for (const different of [300, 70_000]) {
      const written = new TermColumn();
      for (let document = 0; document < different; document++) written.put(document, [`v${document}`]);
      const chunks = [0, 1].map((n) => written.chunk(n * 65_536, Math.min(different, (n + 1) * 65_536)));
      expect(chunks[0]!.width).toBe(different > 65_535 ? 4 : 2);
      const read = new TermColumn();
      for (let n = 1; n < written.sets.size; n++) read.sets.numberOfKey(written.sets.keyAt(n));
      chunks.forEach((chunk, n) => read.load(n, chunk));
      const candidates = all(different);
      read.keep(candidates, ['v0', `v${different - 1}`]);
      expect(candidates.list()).toEqual([0, different - 1]);
    }
  });

  it('hold numbers with their gaps', () => {
    const columns = new ColumnSet('capabilities');
    columns.put(0, { leadTimeDays: 5 });
    columns.put(1, {});
    columns.put(2, { leadTimeDays: 0 });
    const stored = columns.chunks(0, 3).find(({ field }) => field === 'leadTimeDays')!;
    const again = new ColumnSet('capabilities');
    again.load('leadTimeDays', 0, stored.chunk);
    const numbers = again.numbers.get('leadTimeDays')!;
    expect([0, 1, 2, 3].map((document) => numbers.at(document))).toEqual([5, NaN, 0, NaN]);
    const candidates = all(4);
    numbers.keep(candidates, -Infinity, Infinity);
    expect(candidates.list()).toEqual([0, 2]);
  });
});
