import type { Attendee, Door, DoorEntry } from './door-store.js';
import { claimOf, isSigned } from './read-ticket.js';

/** What a device says of somebody at the door, before the server is reached. */
export type Verdict = 'WELCOME' | 'DUPLICATE' | 'NOT_A_TICKET' | 'PASSED_ON' | 'UNPROVEN';

/** A verdict with whom it is about. */
export interface Judged {
  readonly verdict: Verdict;
  readonly attendee: Attendee | null;
  readonly representativeId: string | null;
  /** When the person came before. */
  readonly before: string | null;
}

const NO_TICKET: Judged = { verdict: 'NOT_A_TICKET', attendee: null, representativeId: null, before: null };

function cameBefore(id: string, attendee: Attendee | null, entries: readonly DoorEntry[]): string | null {
  const noted = entries.find(({ representativeId }) => representativeId === id);
  return noted?.at ?? attendee?.checkedInAt ?? null;
}

/** Judges somebody of the list. */
export function judgePerson(attendee: Attendee, entries: readonly DoorEntry[]): Judged {
  const before = cameBefore(attendee.id, attendee, entries);
  const verdict = before ? 'DUPLICATE' : 'WELCOME';
  return { verdict, attendee, representativeId: attendee.id, before };
}

/**
 * Judges a ticket by the event's key and the list of this device. A signed ticket of somebody who is not on the list is
 * let in: the list may be older than the registration, and the server says so later.
 */
export async function judgeTicket(token: string, door: Door, entries: readonly DoorEntry[]): Promise<Judged> {
  const claim = claimOf(token);
  if (!claim || claim.eventId !== door.eventId) return NO_TICKET;
  const signed = door.publicKey ? await isSigned(token, door.publicKey) : null;
  const attendee = door.attendees.find(({ id }) => id === claim.representativeId) ?? null;
  if (signed === false || (signed === null && !attendee)) return NO_TICKET;
  const about = { attendee, representativeId: claim.representativeId };
  if (attendee?.serial && claim.serial < attendee.serial)
    return { ...about, verdict: 'PASSED_ON', before: null };
  const before = cameBefore(claim.representativeId, attendee, entries);
  if (before) return { ...about, verdict: 'DUPLICATE', before };
  return { ...about, verdict: signed === null ? 'UNPROVEN' : 'WELCOME', before: null };
}
