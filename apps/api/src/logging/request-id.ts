import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Header in which a request's id comes and goes. */
export const REQUEST_ID = 'x-request-id';

/**
 * What an id from outside may look like: UUIDs, ULIDs, hexadecimal trace ids. Shorter ones are not taken, since a
 * telephone number (at most 15 digits) would pass for one and stand in the log.
 */
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{15,63}$/;

/** The id of a request: the one it came with, when that is well formed, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[REQUEST_ID];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
