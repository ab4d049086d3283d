import { languageTag } from '../locale.js';

/** The clock on the venue's wall as if it were UTC, so that the reader's own zone does not move it. */
const onTheWall = (local) => new Date(`${local}:00Z`);

const format = (options) => new Intl.DateTimeFormat(languageTag(), { timeZone: 'UTC', ...options });

/** The zone by name and by its distance from UTC on that day: 中国标准时间 (GMT+8). */
export function zoneName(zone, instant) {
  const named = (timeZoneName) =>
    new Intl.DateTimeFormat(languageTag(), { timeZone: zone, timeZoneName })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value;
  return `${named('long')} (${named('shortOffset')})`;
}

/** Day and month of the start, for the card's calendar leaf. */
export function leaf({ starts }) {
  const date = onTheWall(starts);
  return {
    day: format({ day: 'numeric' }).formatToParts(date)[0].value,
    month: format({ month: 'short' }).format(date),
  };
}

const onDay = (date) =>
  format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(date);
const atTime = (local) => local.slice(11);

/** From when to when, by the clock of the venue; the day is said once when it is the same. */
export function period({ starts, ends }) {
  const from = `${onDay(onTheWall(starts))} ${atTime(starts)}`;
  if (starts.slice(0, 10) === ends.slice(0, 10)) return `${from}–${atTime(ends)}`;
  return `${from} – ${onDay(onTheWall(ends))} ${atTime(ends)}`;
}
