import { Injectable } from '@nestjs/common';
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

/** The time of day as the use cases see it; tests set their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it is put, for tests and for replaying a day. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock to an instant. */
  set(instant: Date): void {
    this.instant = instant;
  }

  /** Moves the clock forward by milliseconds. */
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
