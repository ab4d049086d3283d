import { joinedRanks } from './joined-search.js';

describe('two orders joined by rank', () => {
  it('put first what both put near the front', () => {
    expect(joinedRanks(['a', 'b', 'c', 'd', 'e', 'f'], ['f', 'b', 'e', 'd', 'c', 'a'])[0]).toBe('b');
  });

  it('go by the second rather than the first where they disagree', () => {
    expect(joinedRanks(['a', 'b'], ['b', 'a'])).toEqual(['b', 'a']);
  });

  it('are the first order where the second is the same, or empty', () => {
    expect(joinedRanks(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(joinedRanks(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c']);
  });

  it('have everything of the first order once, and nothing else', () => {
    expect(joinedRanks(['a', 'b', 'c'], ['z', 'c', 'a']).sort()).toEqual(['a', 'b', 'c']);
    expect(joinedRanks([], ['a'])).toEqual([]);
  });

  it('never raise what falls in one of them', () => {
    const ids = [...'abcdefgh'];
    const second = [...'hcadgbfe'];
    for (const id of ids) {
      const at = second.indexOf(id);
      const before = joinedRanks(ids, second).indexOf(id);
      for (let to = at + 1; to < second.length; to++) {
        const rest = second.filter((other) => other !== id);
        const fallen = [...rest.slice(0, to), id, ...rest.slice(to)];
        expect(joinedRanks(ids, fallen).indexOf(id)).toBeGreaterThanOrEqual(before);
      }
    }
  });
});
