import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageOf, precisionOf, readPhrases } from './phrase-coverage.js';

describe('coverage of phrases', () => {
  it('weighs by count and tells head and whole', () => {
    const spans: Record<string, { start: number; end: number }[]> = {
      轴承: [{ start: 0, end: 2 }],
      轴承销售: [{ start: 0, end: 2 }],
      '铝、轴承': [{ start: 2, end: 4 }],
    };
    const phrases = [
      { phrase: '轴承', count: 4 },
      { phrase: '轴承销售', count: 3 },
      { phrase: '铝、轴承', count: 2 },
      { phrase: '代办', count: 1 },
    ];
    expect(coverageOf(phrases, (phrase) => spans[phrase] ?? [])).toEqual({
      phrases: 4,
      weight: 10,
      found: 0.9,
      headFound: 0.6,
      covered: 0.4,
    });
  });

  it('reads phrases with counts and names the bad line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'phrases-'));
    const file = join(folder, 'phrases.tsv');
    try {
      writeFileSync(file, 'phrase\tcount\n轴承\t12\n');
      await expect(readPhrases(file)).resolves.toEqual([{ phrase: '轴承', count: 12 }]);
      writeFileSync(file, '轴承\t12\n面料\n');
      await expect(readPhrases(file)).rejects.toThrow('phrases.tsv:2');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('precision of extractions', () => {
  it('counts right and wrong, and keeps apart what nobody judged', () => {
    const judged = [
      { phrase: '轴承座', concept: 'bearing', right: false, reason: '座' },
      { phrase: '轴承座', concept: 'bearing-seat', right: true, reason: '' },
    ];
    const found = ['bearing', 'bearing-seat', 'casting'].map((conceptId) => ({ conceptId }));
    expect(precisionOf(judged, () => found)).toEqual({
      right: 1,
      wrong: 1,
      unjudged: [{ phrase: '轴承座', concept: 'casting' }],
    });
  });
});
