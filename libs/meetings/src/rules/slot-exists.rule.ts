import type { MeetingRule } from './meeting-rule.js';

/** A meeting is in a slot of the event, and every request has an answer: a slot or none. */
export const slotExists: MeetingRule = {
  key: 'SLOT_EXISTS',
  breaches: ({ requests, slots }, schedule) =>
    Array.from({ length: Math.max(requests.length, schedule.length) }, (_, request) => request)
      .filter((request) => {
        const slot = schedule[request];
        return (
          !requests[request] ||
          slot === undefined ||
          !Number.isInteger(slot) ||
          slot < -1 ||
          slot >= slots.length
        );
      })
      .map((request) => ({ rule: 'SLOT_EXISTS', requests: [request] })),
};
