import { aParticipant, aProblem, aRequest } from '../../../../test/support/builders/meeting-problem.js';
import { solveMeetings } from '@app/meeting-scheduler';
import type { MeetingProblem } from '@app/meeting-scheduler';
import { leftOutCauses } from './left-out-causes.js';
import { possibleChanges, worthwhileChanges } from './scheduling-advice.js';

/** What helps with an event, found by scheduling it and then anew with each change. */
async function adviceFor(problem: MeetingProblem) {
  const solved = await solveMeetings(problem, { steps: 5_000 });
  const changes = possibleChanges(problem, solved.schedule, leftOutCauses(problem, solved.schedule));
  const found = await worthwhileChanges(changes, solved, solveMeetings, { steps: 50_000 });
  return { meetings: solved.measure.meetings, found };
}

describe('what would help with a schedule', () => {
  it('is one more table where tables run out, with what a schedule with it really has', async () => {
    const problem = aProblem({
      slots: aProblem().slots.slice(0, 2),
      pools: [{ id: 'hall', place: 0, tables: [1, 1] }],
      participants: aProblem().participants.map(({ id, side }) => aParticipant(id, side, 2)),
    });
    const { meetings, found } = await adviceFor(problem);
    expect(meetings).toBe(2);
    expect(found[0]).toEqual({
      kind: 'ONE_MORE_TABLE',
      slot: 0,
      participant: null,
      gain: 2,
      mostGain: 2,
    });
    expect(found.find(({ kind, slot }) => kind === 'ONE_MORE_TABLE' && slot === 1)?.gain).toBe(1);
    expect(found.find(({ kind }) => kind === 'ONE_MORE_SLOT')?.gain).toBe(1);
  });

  it('is a higher limit, or that somebody comes earlier', async () => {
    const limited = aProblem({
      participants: aProblem().participants.map((each) =>
        each.side === 'BUYER' ? { ...each, maximum: 1 } : each,
      ),
    });
    expect((await adviceFor(limited)).found).toMatchObject([{ kind: 'HIGHER_LIMIT_OF_BUYERS', gain: 2 }]);
    const late = aProblem({
      participants: [
        aParticipant('b0', 'BUYER', 3, { representatives: [{ id: 'x', available: [2] }] }),
        ...aProblem().participants.slice(1),
      ],
    });
    const { found } = await adviceFor(late);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'ALL_SLOTS_FOR_PARTICIPANT', participant: 0, gain: 1 }),
    );
  });

  it('is nothing where everything that is wished is held', async () => {
    const problem = aProblem({ requests: [aRequest(0, 2)] });
    expect(await adviceFor(problem)).toEqual({ meetings: 1, found: [] });
  });
});
