import { judgedSetFolder } from './judged-set.js';
import { failureOf, readRecallSet, RECALL_KINDS, type RecallCase, recallTexts } from './recall-cases.js';

describe('the recall set of the project', () => {
  const cases = readRecallSet(judgedSetFolder());

  it('has at least two hundred cases of every kind, none of them twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(RECALL_KINDS));
    const keys = cases.map(({ query, finds }) => `${query} → ${finds.join()}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('has every text of a case among the listings, once', () => {
    const texts = recallTexts(cases);
    expect(new Set(texts).size).toBe(texts.length);
    expect(cases.every(({ finds }) => finds.every((text) => texts.includes(text)))).toBe(true);
  });
});

describe('a recall case', () => {
  const recallCase: RecallCase = {
    kind: 'HOMOPHONE',
    query: '模具',
    finds: ['冲压模具'],
    findsNot: ['磨具'],
  };

  it('holds when the page has what it must and lacks what it must not', () => {
    expect(failureOf(recallCase, ['塑料模具', '冲压模具'])).toBeNull();
  });

  it('fails on either side', () => {
    expect(failureOf(recallCase, ['磨具'])).toEqual({
      recallCase,
      missing: ['冲压模具'],
      wronglyFound: ['磨具'],
    });
  });
});
