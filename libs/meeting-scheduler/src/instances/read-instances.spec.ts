import { InstanceError, readInstance } from './meeting-instances.js';

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
});
