import { toPlainLine } from '@app/kernel';
import ical, { escape, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';

/** Hours between two looks at the clock; no zone changes its offset twice within a day. */
const STEP_HOURS = 24;

/** A change of a zone's offset: the instant, and the offsets before and after in minutes east of UTC. */
interface OffsetChange {
  readonly at: DateTime;
  readonly before: number;
  readonly after: number;
}

/**
 * The VTIMEZONE component (RFC 5545, 3.6.5) of an IANA zone for some years. Each change of the offset in them is a
 * component of its own with its date, so that no rule has to be guessed and calendars that know nothing of the zone
 * still compute the right instants. In a zone without changes there is one component.
 */
export function timezoneComponent(zone: string, fromYear: number, toYear: number): string {
  const start = DateTime.fromObject({ year: fromYear }, { zone });
  const first = component(start.startOf('year'), start.offset, start.offset, start.isInDST);
  const changes = offsetChanges(zone, fromYear, toYear).map(({ at, before, after }) =>
    component(at, before, after, at.isInDST),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, first, ...changes, 'END:VTIMEZONE'].join('\r\n');
}

function offsetChanges(zone: string, fromYear: number, toYear: number): OffsetChange[] {
  const changes: OffsetChange[] = [];
  let present = DateTime.fromObject({ year: fromYear }, { zone });
  const end = DateTime.fromObject({ year: toYear + 1 }, { zone });
  while (present < end) {
    const next = present.plus({ hours: STEP_HOURS });
    if (next.offset !== present.offset) {
      const at = firstWith(present, next);
      changes.push({ at, before: present.offset, after: next.offset });
    }
    present = next;
  }
  return changes;
}

/** The first minute between two instants at which the later offset holds. */
function firstWith(before: DateTime, after: DateTime): DateTime {
  let [low, high] = [before.toMillis(), after.toMillis()];
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000;
    if (DateTime.fromMillis(middle, { zone: before.zone }).offset === after.offset) high = middle;
    else low = middle;
  }
  return DateTime.fromMillis(high, { zone: before.zone });
}

/** A component begins at the local time that the clock showed by the offset of before. */
function component(at: DateTime, before: number, after: number, daylight: boolean): string {
  const name = daylight ? 'DAYLIGHT' : 'STANDARD';
  const local = at.toUTC().plus({ minutes: before }).toFormat("yyyyMMdd'T'HHmmss");
  return [
    `BEGIN:${name}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ].join('\r\n');
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`;
}

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
