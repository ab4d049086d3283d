import type { Attendee, Door, DoorEntry } from './door-store.js';

/** What a ticket says; its bytes are described where tickets are written. */
interface Ticket {
  readonly eventId: string;
  readonly representativeId: string;
  /** Grows when the place passes to somebody else. */
  readonly serial: number;
}

const PREFIX = 'LQT1';
const PAYLOAD_BYTES = 36;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

function globalId(type: string, bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return btoa(`${type}:${uuid}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

interface Parts {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

function partsOf(token: string): Parts | null {
  const [prefix, body, sign, ...rest] = token.trim().split('.');
  if (prefix !== PREFIX || !body || !sign || rest.length > 0) return null;
  try {
    const parts = { payload: bytesOf(body), signature: bytesOf(sign) };
    return parts.payload.length === PAYLOAD_BYTES ? parts : null;
  } catch {
    return null;
  }
}

/** What a ticket claims, with ids as the API gives them; its signature is not looked at. Null when it is no ticket. */
export function claimOf(token: string): Ticket | null {
  const payload = partsOf(token)?.payload;
  if (!payload) return null;
  return {
    eventId: globalId('MatchmakingEvent', payload.subarray(0, 16)),
    representativeId: globalId('EventRepresentative', payload.subarray(16, 32)),
    serial: new DataView(payload.buffer).getUint32(32),
  };
}

/**
 * Whether a ticket is signed (Ed25519, RFC 8032) by the event's key (32 bytes in base64url). Null where the browser
 * cannot tell: then the list decides, and the server once it is reached.
 */
export async function isSigned(token: string, publicKey: string): Promise<boolean | null> {
  const parts = partsOf(token);
  if (!parts) return false;
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, parts.signature, parts.payload);
  } catch {
    return null;
  }
}

/** The verdict of the device before the server has answered. */
type Verdict = 'WELCOME' | 'DUPLICATE' | 'NOT_A_TICKET' | 'PASSED_ON' | 'UNPROVEN';

/** A verdict and the person it is about. */
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

/** Judges a person chosen from the list. */
export function judgePerson(attendee: Attendee, entries: readonly DoorEntry[]): Judged {
  const before = cameBefore(attendee.id, attendee, entries);
  const verdict = before ? 'DUPLICATE' : 'WELCOME';
  return { verdict, attendee, representativeId: attendee.id, before };
}

/**
 * Judges a ticket by the event's key and the list of this device. A signed ticket of a person who is not on the list is
 * admitted, because the list may be older than the registration; the server corrects this later.
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
