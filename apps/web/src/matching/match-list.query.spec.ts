import { firstNear, fits } from './match-list.query.js';

const match = (state?: 'MET' | 'PARTLY' | 'UNMET' | 'UNKNOWN', score = 0) => ({
  card: { criteria: state ? [{ key: 'CONCEPT_COVERAGE' as const, state, score }] : [] },
});

describe('a match', () => {
  it.each([
    ['MET', 1, true],
    ['PARTLY', 0.5, true],
    ['PARTLY', 0.49, false],
    ['UNMET', 0, false],
    ['UNKNOWN', 0, false],
  ] as const)('whose concepts are %s with %s fits: %s', (state, score, expected) => {
    expect(fits(match(state, score))).toBe(expected);
  });

  it('fits when its concepts were not compared', () => {
    expect(fits(match())).toBe(true);
  });

  it('is near when no later match fits', () => {
    expect(firstNear([match('MET', 1), match('UNMET'), match('PARTLY', 0.6), match('UNMET')])).toBe(3);
    expect(firstNear([match('UNMET')])).toBe(0);
    expect(firstNear([])).toBe(0);
  });
});
