import type { MeetingParticipant, MeetingProblem, RequestedMeeting } from '@app/meeting-scheduler';

/** A participant alone, there in all of the first `slots` slots unless said otherwise. */
export function aParticipant(
  id: string,
  side: 'BUYER' | 'SUPPLIER',
  slots: number,
  more: Partial<MeetingParticipant> = {},
): MeetingParticipant {
  const available = Array.from({ length: slots }, (_, slot) => slot);
  return { id, side, representatives: [{ id: `${id}-1`, available }], ...more };
}

/** A request at the first pool, wanted, worth 1, unless said otherwise. */
export function aRequest(
  buyer: number,
  supplier: number,
  more: Partial<RequestedMeeting> = {},
): RequestedMeeting {
  return { buyer, supplier, wish: 'WANT', weight: 1, pool: 0, ...more };
}

/** Two buyers (0, 1), two suppliers (2, 3), three slots of 20 minutes, two tables; everybody wants everybody. */
export function aProblem(more: Partial<MeetingProblem> = {}): MeetingProblem {
  return {
    name: 'test',
    slots: [0, 1, 2].map((slot) => ({ startsAt: slot * 20, endsAt: slot * 20 + 20 })),
    pools: [{ id: 'hall', place: 0, tables: [2, 2, 2] }],
    participants: [
      aParticipant('b0', 'BUYER', 3),
      aParticipant('b1', 'BUYER', 3),
      aParticipant('s0', 'SUPPLIER', 3),
      aParticipant('s1', 'SUPPLIER', 3),
    ],
    requests: [aRequest(0, 2), aRequest(0, 3), aRequest(1, 2), aRequest(1, 3)],
    ...more,
  };
}

/** The most MUST wishes and then the most meetings that any schedule has, by trying all of them. */
export function bestByTrying(
  problem: MeetingProblem,
  valid: (schedule: readonly number[]) => boolean,
): { musts: number; meetings: number } {
  let best = { musts: -1, meetings: -1 };
  const schedule = problem.requests.map(() => -1);
  const tryFrom = (request: number): void => {
    if (request === schedule.length) {
      if (!valid(schedule)) return;
      const held = schedule.filter((slot) => slot >= 0).length;
      const musts = problem.requests.filter(({ wish }, i) => wish === 'MUST' && schedule[i]! >= 0).length;
      if (musts > best.musts || (musts === best.musts && held > best.meetings))
        best = { musts, meetings: held };
      return;
    }
    for (let slot = -1; slot < problem.slots.length; slot++) {
      schedule[request] = slot;
      tryFrom(request + 1);
    }
    schedule[request] = -1;
  };
  tryFrom(0);
  return best;
}
