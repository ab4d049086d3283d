import { filterExpressions, passesNothing } from './server-query.js';

describe('filters in the words of the server', () => {
  it('stand one by one, with every value in quotes', () => {
    const filters = [
      { field: 'province', anyOf: ['330000', 'x" OR state = "DRAFT'] },
      { field: 'leadTimeDays', min: 5, max: 1e21 },
      { field: 'concept', anyOf: ['die-casting'] },
    ];
    expect(filterExpressions('capabilities', filters)).toEqual([
      'province IN ["330000", "x\\" OR state = \\"DRAFT"]',
      'leadTimeDays >= "5"',
      'leadTimeDays <= "1e+21"',
      'concept IN ["die-casting"]',
    ]);
  });

  it('know only the fields of the index', () => {
    expect(() => filterExpressions('needs', [{ field: 'leadTimeDays', min: 1 }])).toThrow();
    expect(() => filterExpressions('needs', [{ field: 'id = 1 OR id', anyOf: ['x'] }])).toThrow();
  });

  it('say beforehand when nothing can pass', () => {
    expect(passesNothing([{ field: 'province', anyOf: [] }])).toBe(true);
    expect(passesNothing([{ field: 'province', anyOf: ['33'] }])).toBe(false);
  });
});
