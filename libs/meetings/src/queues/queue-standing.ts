import type { QueueTable } from './queue-table.entity.js';
import type { LinePace } from './wait-estimate.js';

const MINUTE_MS = 60_000;

/** How a line stands. */
export interface QueueStanding {
  readonly id: string;
  readonly called: number | null;
  readonly calledAt: Date | null;
  readonly waiting: number;
  /** How long the latest talks took, in minutes. */
  readonly recentMinutes: readonly number[];
}

/** How fast the line of a table moves, as far as that is known at a time. */
export function paceOf({ minutesEach }: QueueTable, standing: QueueStanding | null, now: Date): LinePace {
  const since = standing?.calledAt;
  return {
    minutesEach,
    recentMinutes: standing?.recentMinutes ?? [],
    talkingMinutes: since ? (+now - +since) / MINUTE_MS : null,
  };
}
