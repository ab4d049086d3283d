import type { Agenda } from './agenda-draft.js';

/** Two sessions that cannot take place at once, by their places in the organizer's list, and what they share. */
export interface AgendaConflict {
  readonly first: number;
  readonly second: number;
  readonly room: string | null;
  readonly speaker: string | null;
}

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

function meet(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Names the first two sessions that share a room or a speaker at one time; the database has refused them already. */
export function conflictIn({ sessions, speakers }: Agenda): AgendaConflict | undefined {
  for (const [second, later] of sessions.entries())
    for (const [first, earlier] of sessions.slice(0, second).entries()) {
      if (!meet(earlier, later)) continue;
      if (later.room !== null && earlier.room === later.room)
        return { first, second, room: later.room, speaker: null };
      const keys = speakers.filter(({ sessionId }) => sessionId === earlier.id);
      const shared = speakers
        .filter(({ sessionId }) => sessionId === later.id)
        .find(({ speakerKey }) => keys.some((other) => other.speakerKey === speakerKey));
      if (shared) return { first, second, room: null, speaker: shared.name };
    }
  return undefined;
}
