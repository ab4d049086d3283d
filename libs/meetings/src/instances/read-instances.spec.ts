import { readDznInstance } from './dzn-instance.js';
import { InstanceError, readInstance } from './meeting-instance.js';
import { readDzn } from './read-dzn.js';

const good = {
  name: 'tiny',
  slots: 2,
  tables: 1,
  participants: [
    { id: 'b', side: 'BUYER', available: [0, 1] },
    { id: 's', side: 'SUPPLIER', available: [1] },
  ],
  requests: [{ buyer: 'b', supplier: 's', weight: 2 }],
};

describe('reading instances', () => {
  it('reads participants, tables and requests', () => {
    const problem = readInstance(JSON.stringify(good));
    expect(problem.requests).toEqual([{ buyer: 0, supplier: 1, wish: 'WANT', weight: 2, pool: 0 }]);
    expect(problem.pools[0]?.tables).toEqual([1, 1]);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'the file'],
    [JSON.stringify({ ...good, slots: 0 }), 'slots'],
    [JSON.stringify({ ...good, tables: -1 }), 'tables'],
    [JSON.stringify({ ...good, requests: [{ buyer: 'b', supplier: 'x', weight: 1 }] }), 'no participant'],
    [JSON.stringify({ ...good, requests: [{ buyer: 's', supplier: 'b', weight: 1 }] }), 'is no BUYER'],
    [JSON.stringify({ ...good, participants: [...good.participants, good.participants[0]] }), 'stands twice'],
    [
      JSON.stringify({
        ...good,
        participants: [{ id: 'b', side: 'BUYER', available: [2] }, good.participants[1]],
      }),
      'slot 2 is not one of 0 to 1',
    ],
  ])('says what is wrong with %s', (text, words) => {
    expect(() => readInstance(text)).toThrow(InstanceError);
    expect(() => readInstance(text)).toThrow(words);
  });

  it('reads MiniZinc data: numbers, lists, sets, ranges, tables, comments', () => {
    const data = readDzn(
      'a = -3; % words\nb = [1, 2,];\nc = [{}, {1, 4..6}, {2}];\nd = [| 1, 2, 3, | 4, 5, 6, |];',
    );
    expect(Object.fromEntries(data)).toEqual({
      a: -3,
      b: [1, 2],
      c: [[], [1, [4, 5, 6]], [2]],
      d: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    });
  });

  it.each([
    ['nBusiness = 2', 'nTotalSlots'],
    ['nBusiness = @', 'not MiniZinc data'],
    ['nTotalSlots = 2; nBusiness = 2; nTables = 1; requested = [| 1, 3, 3 |];', 'no participant 3'],
    ['nTotalSlots = 2; nBusiness = 2; nTables = 1; requested = [| 1, 2, 3 |]; fixed = [3];', 'no slot 3'],
    ['nTotalSlots = 2; nBusiness = 2; nTables = 1; requested = [| 1, 2, 3 ', 'does not end'],
  ])('says what is wrong with %s', (text, words) => {
    expect(() => readDznInstance('x', text)).toThrow(words);
  });
});
