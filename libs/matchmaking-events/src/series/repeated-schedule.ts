import { DateTime } from 'luxon';
import { type LocalSchedule, resolveSchedule, type ResolvedSchedule } from '../schedule/local-schedule.js';
import { RepetitionStep } from './fair-frequency.enum.js';

/** One step of each kind, in the units of the calendar. */
const STEPS = {
  [RepetitionStep.WEEKLY]: { weeks: 1 },
  [RepetitionStep.MONTHLY]: { months: 1 },
  [RepetitionStep.YEARLY]: { weeks: 52 },
} as const;

/**
 * The schedule so many steps later, at the same time of the day by the clock of the venue, whatever its offset is then.
 * Throws BAD_INPUT where that clock skips the time.
 */
export function repeatedSchedule(
  schedule: LocalSchedule,
  step: RepetitionStep,
  times: number,
): ResolvedSchedule {
  const [[unit, size]] = Object.entries(STEPS[step]) as [[string, number]];
  const start = DateTime.fromISO(schedule.startsLocal, { zone: 'utc' });
  const lasts = DateTime.fromISO(schedule.endsLocal, { zone: 'utc' }).diff(start);
  const later = start.plus({ [unit]: size * times });
  const text = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm");
  return resolveSchedule({
    zone: schedule.zone,
    startsLocal: text(later),
    startsOccurrence: null,
    endsLocal: text(later.plus(lasts)),
    endsOccurrence: null,
  });
}
