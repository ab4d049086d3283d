import { evidenceOf, fillShare, fillUpTo, massOfEvidence, type WorthyGroup } from './evidence.js';

const token = (name: string, worth = 1) => ({ name, worth });
type Named = ReturnType<typeof token>;
const motor: WorthyGroup<Named> = { tokens: [token('马达', 2)], alternatives: [token('motor', 1.6)] };
const cast: WorthyGroup<Named> = { tokens: [token('压铸', 3)], alternatives: [] };
const carrying =
  (...names: string[]) =>
  ({ name }: Named) =>
    names.includes(name) ? 0.5 : 0;
const score = (...names: string[]) => evidenceOf([motor, cast], [token('.马', 0.5)], carrying(...names));

describe('the evidence for a document', () => {
  it('counts a group once, by its words or by another name', () => {
    const mass = (...names: string[]) => massOfEvidence([motor, cast], carrying(...names));
    expect(mass('马达')).toBe(2);
    expect(mass('motor')).toBe(1.6);
    expect(mass('马达', 'motor')).toBe(2);
    expect(mass('motor', '压铸')).toBe(4.6);
  });

  it('prefers the words to their other name, and both to one of them', () => {
    expect(score('马达')).toBeGreaterThan(score('motor'));
    expect(score('马达', 'motor')).toBeGreaterThan(score('马达'));
    expect(score('motor')).toBeGreaterThan(0);
  });

  it('adds up groups, and characters to them', () => {
    expect(score('马达', '压铸')).toBeCloseTo(score('马达') + score('压铸'));
    expect(score('压铸', '.马')).toBeGreaterThan(score('压铸'));
  });

  it('never falls when a document carries more', () => {
    const names = ['马达', 'motor', '压铸', '.马'];
    for (let set = 0; set < 1 << names.length; set++) {
      const held = names.filter((_, i) => set & (1 << i));
      for (const more of names) expect(score(...held, more)).toBeGreaterThanOrEqual(score(...held));
    }
  });
});

describe('what fills a page', () => {
  it('is a quarter of a word, a fifth of a few and less of a long question', () => {
    expect([1, 2, 3].map(fillShare)).toEqual([0.25, 0.2, 0.2]);
    expect(fillShare(10)).toBeLessThan(fillShare(5));
  });

  it('fills one page for a few words and two for a sentence', () => {
    expect([1, 3, 4, 12].map(fillUpTo)).toEqual([20, 20, 40, 40]);
  });
});
