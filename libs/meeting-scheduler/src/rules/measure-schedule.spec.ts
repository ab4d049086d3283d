import { aProblem, aRequest } from '../../../../test/support/builders/meeting-problem.js';
import { idlePeriods, measureSchedule } from '../rules/measure-schedule.js';

describe('measuring a schedule', () => {
  it.each([
    [[], 0],
    [[4], 0],
    [[1, 2, 3], 0],
    [[1, 3], 1],
    [[5, 1, 3], 2],
    [[1, 6, 7], 1],
  ])('%j has %i idle periods', (slots, periods) => {
    expect(idlePeriods(slots)).toBe(periods);
  });

  it('counts MUST wishes, meetings, value, the least anyone has, and changes', () => {
    const problem = aProblem({
      requests: [
        aRequest(0, 2, { wish: 'MUST', weight: 3 }),
        aRequest(0, 3, { weight: 2 }),
        aRequest(1, 2, { wish: 'MUST' }),
      ],
      published: [0, 1, -1],
    });
    expect(measureSchedule(problem, [0, 2, -1])).toEqual({
      musts: 1,
      mustsWished: 2,
      meetings: 2,
      value: 5,
      minPerParticipant: 0,
      idlePeriods: 1,
      changes: 1,
    });
  });
});
