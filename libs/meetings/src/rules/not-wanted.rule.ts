import type { MeetingRule } from './meeting-rule.js';

/** Nobody is put at a table with somebody whom one side does not want to meet. */
export const notWanted: MeetingRule = {
  key: 'NOT_WANTED',
  breaches: ({ requests }, schedule) =>
    requests.flatMap(({ wish }, request) =>
      wish === 'NO' && (schedule[request] ?? -1) >= 0
        ? [{ rule: 'NOT_WANTED' as const, requests: [request], slot: schedule[request] ?? -1 }]
        : [],
    ),
};
