const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A session ends after so long without use. */
export const IDLE_MS = 30 * DAY;

/** However much it is used, a session ends after so long. */
export const LONGEST_MS = 180 * DAY;

/** The last use is written down no more often than this, so that reading does not mean writing. */
export const SEEN_STEP_MS = HOUR;

/** The end of a session that is used now. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

/** The last instant to which use can carry a session: until then a browser keeps its cookie. */
export function longestSessionEnd(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LONGEST_MS);
}
