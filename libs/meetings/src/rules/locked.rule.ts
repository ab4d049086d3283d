import type { MeetingRule } from './meeting-rule.js';

/** What has been fixed stays where it is. */
export const locked: MeetingRule = {
  key: 'LOCKED',
  breaches: ({ requests }, schedule) =>
    requests.flatMap((wanted, request) =>
      wanted.locked !== undefined && schedule[request] !== wanted.locked
        ? [{ rule: 'LOCKED' as const, requests: [request], slot: wanted.locked }]
        : [],
    ),
};
