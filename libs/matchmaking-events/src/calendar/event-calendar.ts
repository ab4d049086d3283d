import { toPlainLine } from '@app/kernel';
import ical, { escape, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { timezoneComponent } from './event-timezone.js';

/** What a calendar shows of an event, or of anything else that takes place. */
export interface CalendarEntry {
  /** Never changes, so that calendars replace what they have. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelled: boolean;
  /** Whether it is settled; what may still change is tentative. */
  readonly tentative: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How often calendars are asked to look again, in seconds. */
const REFRESH_SECONDS = 3600;

/**
 * A calendar as text (RFC 5545): a stable UID and a growing SEQUENCE for each entry, times of the venue with the
 * VTIMEZONE of its zone, and cancelled entries as `STATUS:CANCELLED`, since what merely vanishes from a feed stays in
 * calendars that have it.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const zones = new Map<string, { from: number; to: number }>();
  for (const { zone, startsAt, endsAt } of entries) {
    const known = zones.get(zone);
    const years = [startsAt, endsAt].map((at) => DateTime.fromJSDate(at, { zone }).year);
    zones.set(zone, {
      from: Math.min(known?.from ?? Number.POSITIVE_INFINITY, ...years),
      to: Math.max(known?.to ?? Number.NEGATIVE_INFINITY, ...years),
    });
  }
  const calendar = ical({
    // The library escapes texts of entries, but writes the calendar's name (NAME, X-WR-CALNAME) as it is.
    name: escape(toPlainLine(name), false),
    prodId: { company: 'Lianqiao', product: 'Lianqiao', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  calendar.timezone({
    name: null,
    generator: (zone) => {
      const years = zones.get(zone);
      return years ? timezoneComponent(zone, years.from, years.to) : null;
    },
  });
  for (const entry of entries) addEntry(calendar, entry);
  return calendar.toString();
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry): void {
  const status = entry.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    summary: toPlainLine(entry.title),
    description: entry.description,
    location: entry.location && toPlainLine(entry.location),
    url: entry.url,
    timezone: entry.zone,
    start: DateTime.fromJSDate(entry.startsAt, { zone: entry.zone }),
    end: DateTime.fromJSDate(entry.endsAt, { zone: entry.zone }),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : status,
    created: entry.createdAt,
    lastModified: entry.updatedAt,
    stamp: entry.updatedAt,
  });
}
