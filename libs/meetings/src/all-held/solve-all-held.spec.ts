import { checkSchedule } from '../checking/check-schedule.js';
import { measureSchedule } from '../checking/measure-schedule.js';
import { readDznInstance } from '../instances/dzn-instance.js';
import type { MeetingProblem } from '../model/meeting-problem.js';
import { solveAllHeld } from './solve-all-held.js';

/** The fewest idle periods of all schedules that hold everything, by trying them; null when there is none. */
function fewestByTrying(problem: MeetingProblem): number | null {
  const [meetings, slots] = [problem.requests.length, problem.slots.length];
  let fewest: number | null = null;
  for (let number = 0; number < slots ** meetings; number++) {
    const schedule = problem.requests.map((_, i) => Math.floor(number / slots ** i) % slots);
    if (!checkSchedule(problem, schedule).valid) continue;
    const { idlePeriods } = measureSchedule(problem, schedule);
    fewest = Math.min(fewest ?? idlePeriods, idlePeriods);
  }
  return fewest;
}

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

describe('holding every requested meeting', () => {
  it.each([
    ['sessions', {}],
    ['a fixed meeting and precedences', { fixed: '[0,0,3,0,0]', precedences: '[{},{1},{},{3},{}]' }],
    [
      'a gap that cannot be avoided',
      { forbidden: '[{},{2,3},{},{}]', requested: '[|1, 2, 3, |2, 3, 3, |3, 4, 3, |1, 4, 3, |1, 3, 3, |]' },
    ],
    ['contradicting precedences', { precedences: '[{},{1},{},{},{4}]', fixed: '[0,0,4,0,0]' }],
    ['everything free', { requested: '[|1, 2, 3, |2, 3, 3, |3, 4, 3, |4, 1, 3, |2, 4, 3, |]' }],
  ])('finds and proves what trying all schedules finds: %s', (name, more) => {
    const problem = readDznInstance(name, dzn(more));
    const outcome = solveAllHeld(problem, 10);
    const fewest = fewestByTrying(problem);
    expect(outcome).toMatchObject({ feasible: fewest !== null, idlePeriods: fewest, proven: true });
    if (outcome.schedule) expect(checkSchedule(problem, outcome.schedule).valid).toBe(true);
  });

  it('proves that there is no schedule: more meetings than slots', () => {
    const outcome = solveAllHeld(readDznInstance('full', dzn({ forbidden: '[{0},{1,2},{0},{0}]' })), 10);
    expect(outcome).toMatchObject({ feasible: false, schedule: null, proven: true });
  });

  it('proves that there is no schedule: two tables for six meetings of which each needs one of two slots', () => {
    const requested = '[|1, 2, 1, |3, 4, 1, |1, 3, 1, |2, 4, 1, |1, 4, 1, |]';
    const outcome = solveAllHeld(readDznInstance('tables', dzn({ requested })), 10);
    expect(outcome).toMatchObject({ feasible: false, proven: true });
  });

  it('proves by search what counting does not show: a triangle in two slots', () => {
    const requested = '[|1, 2, 1, |2, 3, 1, |1, 3, 1, |1, 4, 2, |2, 4, 2, |]';
    const outcome = solveAllHeld(readDznInstance('triangle', dzn({ requested })), 10);
    expect(outcome).toMatchObject({ feasible: false, proven: true });
  });
});
