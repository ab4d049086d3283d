import { checkSchedule } from '../rules/measure-schedule.js';
import { bestByTrying } from '../../../../test/support/builders/meeting-problem.js';
import { solveMeetings } from '../solving/solve-meetings.js';
import { readDzn, readDznInstance } from './published-instance.spec-support.js';

/** Four participants, four slots, two tables; the second and third take part in three meetings each. */
function dzn(
  more: { forbidden?: string; fixed?: string; precedences?: string; requested?: string } = {},
): string {
  return `% an invented instance
nBusiness = 4; nMeetings = 5; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;
requested = ${more.requested ?? '[|1, 2, 3,\n|1, 3, 1,\n|2, 3, 3,\n|2, 4, 2,\n|3, 4, 3,\n|]'};
meetingsxBusiness = [{1,2},{1,3,4},{2,3,5},{4,5}];
forbidden = ${more.forbidden ?? '[{0},{0},{0},{0}]'};
fixed = ${more.fixed ?? '[0,0,0,0,0]'};
precedences = ${more.precedences ?? '[{},{},{},{},{}]'};
`;
}

describe('instances in the published form of the B2B meeting scheduling problem', () => {
  it.each([
    ['sessions', {}],
    ['a fixed meeting and precedences', { fixed: '[0,0,3,0,0]', precedences: '[{},{1},{},{3},{}]' }],
    [
      'a gap that cannot be avoided',
      { forbidden: '[{},{2,3},{},{}]', requested: '[|1, 2, 3, |2, 3, 3, |3, 4, 3, |1, 4, 3, |1, 3, 3, |]' },
    ],
    ['contradicting precedences', { precedences: '[{},{1},{},{},{4}]', fixed: '[0,0,4,0,0]' }],
    ['everything free', { requested: '[|1, 2, 3, |2, 3, 3, |3, 4, 3, |4, 1, 3, |2, 4, 3, |]' }],
    ['more meetings than slots', { forbidden: '[{0},{1,2},{0},{0}]' }],
    ['too few tables', { requested: '[|1, 2, 1, |3, 4, 1, |1, 3, 1, |2, 4, 1, |1, 4, 1, |]' }],
    ['a triangle in two slots', { requested: '[|1, 2, 1, |2, 3, 1, |1, 3, 1, |1, 4, 2, |2, 4, 2, |]' }],
  ])('are held as far as any schedule can hold them: %s', async (name, more) => {
    const problem = readDznInstance(name, dzn(more));
    const best = bestByTrying(problem, (schedule) => checkSchedule(problem, schedule).valid);
    const solved = await solveMeetings(problem, { steps: 5_000 });
    expect(checkSchedule(problem, solved.schedule).valid).toBe(true);
    expect({ musts: solved.measure.musts, meetings: solved.measure.meetings }).toEqual(best);
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
