import { BadInputError } from '@app/kernel';
import { DateTime, IANAZone } from 'luxon';
import type { LocalTimeOccurrence } from './matchmaking-event.enums.js';

/** When something takes place as its hosts say it: the clock on the wall of the venue, and which wall that is. */
export interface LocalSchedule {
  /** IANA zone, such as Asia/Shanghai. */
  readonly zone: string;
  /** YYYY-MM-DDTHH:mm. */
  readonly startsLocal: string;
  /** Which of two equal clock times is meant in the night when clocks are set back; null where there is only one. */
  readonly startsOccurrence: LocalTimeOccurrence | null;
  readonly endsLocal: string;
  readonly endsOccurrence: LocalTimeOccurrence | null;
}

/** The same with the instants that follow from it. */
export interface ResolvedSchedule extends LocalSchedule {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What was said about one end of the schedule. */
interface WallTime {
  readonly local: string;
  readonly occurrence: LocalTimeOccurrence | null;
}

/** A fair may stand for weeks; what lasts longer than a year is a typing error in the year. */
const LONGEST_DAYS = 366;
const MINUTE = "yyyy-MM-dd'T'HH:mm";
/** Names of places and UTC; bare offsets such as +08:00 are no zones, since they know no rules. */
const ZONE_NAME = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/;

/**
 * Derives the instants of a schedule. Refuses an unknown zone (UNKNOWN_TIME_ZONE), a clock time that the zone skips
 * (LOCAL_TIME_SKIPPED) or has twice without a word which one is meant (LOCAL_TIME_AMBIGUOUS), and an end that does not
 * come after the start (EVENT_ENDS_BEFORE_START) or more than a year later (EVENT_TOO_LONG).
 */
export function resolveSchedule(schedule: LocalSchedule, field = 'input.schedule'): ResolvedSchedule {
  const zone = zoneOf(schedule.zone, `${field}.zone`);
  const starts = { local: schedule.startsLocal, occurrence: schedule.startsOccurrence };
  const ends = { local: schedule.endsLocal, occurrence: schedule.endsOccurrence };
  const startsAt = instantOf(starts, zone, `${field}.starts`);
  const endsAt = instantOf(ends, zone, `${field}.ends`);
  if (endsAt <= startsAt) throw new BadInputError('EVENT_ENDS_BEFORE_START', {}, [`${field}.ends`]);
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * 86_400_000)
    throw new BadInputError('EVENT_TOO_LONG', { days: LONGEST_DAYS }, [`${field}.ends`]);
  return { ...schedule, zone, startsAt, endsAt };
}

function zoneOf(name: string, field: string): string {
  if (!ZONE_NAME.test(name) || !IANAZone.isValidZone(name))
    throw new BadInputError('UNKNOWN_TIME_ZONE', { zone: name.slice(0, 60) }, [field]);
  const usual = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  return usual.toLowerCase() === name.toLowerCase() ? usual : name;
}

function instantOf({ local, occurrence }: WallTime, zone: string, field: string): Date {
  const first = DateTime.fromFormat(local, MINUTE, { zone });
  if (!first.isValid) throw new BadInputError('INVALID_LOCAL_TIME', { value: local.slice(0, 40) }, [field]);
  if (first.toFormat(MINUTE) !== local)
    throw new BadInputError('LOCAL_TIME_SKIPPED', { value: local, zone }, [field]);
  const possible = first.getPossibleOffsets().map((time) => time.toMillis());
  if (possible.length > 1 && !occurrence)
    throw new BadInputError('LOCAL_TIME_AMBIGUOUS', { value: local, zone }, [field]);
  return new Date(occurrence === 'LATER' ? Math.max(...possible) : Math.min(...possible));
}
