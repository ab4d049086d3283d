import { heldBy, type MeetingRule } from './meeting-rule.js';

/** There is a table for every meeting: no more of them in a pool and slot than it has tables then. */
export const tables: MeetingRule = {
  key: 'TABLES',
  breaches(problem, schedule) {
    const held = heldBy(problem, schedule, (request, slot) => `${problem.requests[request]?.pool}/${slot}`);
    return [...held].flatMap(([key, requests]) => {
      const [pool = -1, slot = -1] = key.split('/').map(Number);
      if (requests.length <= (problem.pools[pool]?.tables[slot] ?? 0)) return [];
      return [{ rule: 'TABLES' as const, requests, slot }];
    });
  },
};
