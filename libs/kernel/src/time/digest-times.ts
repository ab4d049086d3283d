import { DateTime } from 'luxon';

/** Digests are sent at this hour of the reader's day. */
const DIGEST_HOUR = 8;

function digestOfDay(local: DateTime): DateTime {
  return local.set({ hour: DIGEST_HOUR, minute: 0, second: 0, millisecond: 0 });
}

/** The next eight o'clock in the morning of a time zone after an instant; a zone that changes its clocks keeps to eight. */
export function nextDigest(zone: string, after: Date): Date {
  const local = DateTime.fromJSDate(after, { zone });
  const today = digestOfDay(local);
  return (today > local ? today : today.plus({ days: 1 })).toJSDate();
}

/** The last eight o'clock in the morning of a time zone, at an instant or before it. */
export function lastDigest(zone: string, at: Date): Date {
  const local = DateTime.fromJSDate(at, { zone });
  const today = digestOfDay(local);
  return (today <= local ? today : today.minus({ days: 1 })).toJSDate();
}
