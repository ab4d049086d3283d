import { aParticipant, aProblem, aRequest } from '../../../../test/support/builders/meeting-problem.js';
import { leftOutCauses } from './left-out-causes.js';

describe('why a wished meeting is in no schedule', () => {
  const hall = (tables: number) => [{ id: 'hall', place: 0, tables: [tables, tables, tables] }];

  it('says nothing of what is held, and that one side does not want to', () => {
    const problem = aProblem({ requests: [aRequest(0, 2), aRequest(0, 3, { wish: 'NO' })] });
    expect(leftOutCauses(problem, [0, -1])).toEqual([null, 'DECLINED']);
  });

  it('tells apart who is never there together, and who only meets somebody else then', () => {
    const problem = aProblem({
      participants: [
        aParticipant('b0', 'BUYER', 3, { representatives: [{ id: 'x', available: [0] }] }),
        ...aProblem().participants.slice(1, 3),
        aParticipant('s1', 'SUPPLIER', 3, { representatives: [{ id: 'y', available: [1, 2] }] }),
      ],
      requests: [aRequest(0, 2), aRequest(0, 3), aRequest(1, 2, { allowed: [0] })],
    });
    expect(leftOutCauses(problem, [0, -1, -1])).toEqual([null, 'NO_SHARED_SLOT', 'LOWER_PRIORITY']);
  });

  it('knows limits, full tables, and room that was left', () => {
    const requests = [aRequest(0, 2), aRequest(1, 3), aRequest(0, 3)];
    const limited = aProblem({
      requests,
      participants: [aParticipant('b0', 'BUYER', 3, { maximum: 1 }), ...aProblem().participants.slice(1)],
    });
    expect(leftOutCauses(limited, [0, 1, -1])[2]).toBe('LIMIT_REACHED');
    const full = aProblem({ requests, pools: hall(1) });
    expect(leftOutCauses({ ...full, slots: full.slots.slice(0, 1) }, [0, -1, -1])[1]).toBe('TABLES_FULL');
    expect(leftOutCauses(aProblem({ requests }), [0, 1, -1])[2]).toBe('SEARCH_ENDED');
  });
});
