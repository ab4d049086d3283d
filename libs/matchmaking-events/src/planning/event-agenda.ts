import { BadInputError, foldText, newId } from '@app/kernel';
import { DateTime } from 'luxon';
import { resolveSchedule } from '../events/local-schedule.js';
import type { EventSession, EventSpeaker } from './event-agenda.entity.js';

/** A session as the organizer says it, by the clock of the venue. */
export interface SessionDraft {
  readonly title: string;
  readonly description: string | null;
  readonly room: string | null;
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly speakers: readonly Pick<EventSpeaker, 'name' | 'role' | 'organization'>[];
}

/** An agenda as rows. */
export interface Agenda {
  readonly sessions: readonly EventSession[];
  readonly speakers: readonly EventSpeaker[];
}

/** The event that an agenda belongs to. */
interface Host {
  readonly id: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Turns drafts into rows of the event's zone. Throws BAD_INPUT for a time that does not exist there, and
 * SESSION_OUTSIDE_EVENT for a session that begins before the event or ends after it.
 */
export function agendaOf(event: Host, drafts: readonly SessionDraft[]): Agenda {
  const sessions: EventSession[] = [];
  const speakers: EventSpeaker[] = [];
  drafts.forEach((draft, i) => {
    const { startsAt, endsAt } = timesOf(event, draft, `input.sessions.${i}`);
    const id = newId();
    const { speakers: people, ...said } = draft;
    sessions.push({ ...said, id, eventId: event.id, startsAt, endsAt });
    people.forEach((person, k) =>
      speakers.push({
        ...person,
        sessionId: id,
        position: k + 1,
        eventId: event.id,
        speakerKey: foldText(`${person.name}|${person.organization ?? ''}`),
        startsAt,
        endsAt,
      }),
    );
  });
  return { sessions, speakers };
}

/** An agenda as drafts, moved with an event that starts at another local time. */
export function movedAgenda(agenda: Agenda, fromLocal: string, toLocal: string): SessionDraft[] {
  const shift = clock(toLocal).diff(clock(fromLocal));
  const moved = (local: string) => clock(local).plus(shift).toFormat("yyyy-MM-dd'T'HH:mm");
  return agenda.sessions.map(({ id, title, description, room, startsLocal, endsLocal }) => ({
    title,
    description,
    room,
    startsLocal: moved(startsLocal),
    endsLocal: moved(endsLocal),
    speakers: agenda.speakers
      .filter(({ sessionId }) => sessionId === id)
      .map(({ name, role, organization }) => ({ name, role, organization })),
  }));
}

/** A local time on a dial without a zone, so that differences are those of the dial. */
function clock(local: string): DateTime {
  return DateTime.fromISO(local, { zone: 'utc' });
}

function timesOf(event: Host, draft: SessionDraft, field: string): { startsAt: Date; endsAt: Date } {
  const { startsLocal, endsLocal } = draft;
  const occurrence = { startsOccurrence: null, endsOccurrence: null };
  const times = resolveSchedule({ zone: event.zone, startsLocal, endsLocal, ...occurrence }, field);
  if (times.startsAt < event.startsAt || times.endsAt > event.endsAt)
    throw new BadInputError('SESSION_OUTSIDE_EVENT', { title: draft.title.slice(0, 60) }, [field]);
  return times;
}

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
