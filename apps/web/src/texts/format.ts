import type { Locale } from './locale.js';
import type { Translate } from './texts.js';
import { unitName } from './quantity.js';

const ZONE = 'Asia/Shanghai';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A number with separated thousands: the same on the server and in every browser. */
export function number(value: number | string): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** A score from 0 to 100, rounded to an integer. */
export const score = (value: number): string => String(Math.round(value));

/** A day (YYYY-MM-DD) in the reader's order. */
export function day(value: string, locale: Locale): string {
  const [year = 0, month = 1, date = 1] = value.slice(0, 10).split('-').map(Number);
  return locale === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** A day (YYYY-MM-DD) without its year, for narrow places. */
export function shortDay(value: string, locale: Locale): string {
  const [, month = 1, date = 1] = value.slice(0, 10).split('-').map(Number);
  return locale === 'zh' ? `${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ''}`;
}

/** The wall-clock time of an instant in a zone (China by default): YYYY-MM-DDTHH:mm. */
export function wallTime(instant: string, zone = ZONE): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const MINUTE_MS = 60_000;

/** The instant at which the wall clock of a zone shows a time (YYYY-MM-DDTHH:mm). */
export function instantOf(wall: string, zone: string): string {
  const wanted = Date.parse(`${wall.slice(0, 16)}Z`);
  let instant = wanted;
  // The second step corrects a change of the UTC offset between the first guess and the result.
  for (let step = 0; step < 2; step++) {
    const shown = Date.parse(`${wallTime(new Date(instant).toISOString(), zone)}Z`);
    instant += wanted - shown;
  }
  return new Date(Math.round(instant / MINUTE_MS) * MINUTE_MS).toISOString();
}

/** The name of a time zone for the reader; other zones than Beijing by their IANA name. */
export const zoneName = (zone: string, t: Translate): string =>
  zone === ZONE ? t('event.homeZone') : t('event.zone', { zone });

/** The start of today in China. It is the same on the server and in the browser, so hydration matches. */
export const startOfToday = (): string =>
  instantOf(`${wallTime(new Date().toISOString()).slice(0, 10)}T00:00`, ZONE);

/** The last moment of a day (YYYY-MM-DD) in China: a term that names a day includes it. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(instantOf(`${day}T23:59`, ZONE)) + MINUTE_MS - 1).toISOString();

/** The day of an instant, in China. */
export const dayOf = (instant: string, locale: Locale): string => day(wallTime(instant), locale);

/** Day and time of an instant, in China unless another zone is said. */
export function timeOf(instant: string, locale: Locale, zone = ZONE): string {
  const wall = wallTime(instant, zone);
  return `${day(wall, locale)} ${wall.slice(11)}`;
}

/** A time span in local time; the end date is shown only when it differs. */
export function span(starts: string, ends: string, locale: Locale): string {
  const last = starts.slice(0, 10) === ends.slice(0, 10) ? '' : `${day(ends, locale)} `;
  return `${day(starts, locale)} ${starts.slice(11, 16)} – ${last}${ends.slice(11, 16)}`;
}

interface Amount {
  readonly amount: string;
  readonly unit: string;
  readonly period: 'ONCE' | 'MONTH' | 'YEAR';
}

/** An amount with its unit and, unless it is a single delivery, its period. */
export function quantity({ amount, unit, period }: Amount, t: Translate): string {
  const plain = `${number(amount)} ${unitName(unit, t)}`;
  return period === 'ONCE' ? plain : `${plain} ${t(`period.per.${period}`)}`;
}

interface Range {
  readonly min?: string | null;
  readonly max?: string | null;
  readonly currency: string;
}

/** A price range; open on one side when only one end is known. */
export function moneyRange({ min, max, currency }: Range, t: Translate): string {
  if (min && max)
    return min === max ? `${number(min)} ${currency}` : `${number(min)} – ${number(max)} ${currency}`;
  if (min) return t('money.from', { amount: `${number(min)} ${currency}` });
  return max ? t('money.upTo', { amount: `${number(max)} ${currency}` }) : '';
}

interface ParameterRange {
  readonly min?: string | null;
  readonly max?: string | null;
  readonly unit?: string | null;
  readonly values: readonly string[];
}

/** A parameter with its range or its values: 2 – 6 mm, ≥ 0.02 mm, CT5, CT6. */
export function parameterValue({ min, max, unit, values }: ParameterRange): string {
  const range = min && max ? (min === max ? number(min) : `${number(min)} – ${number(max)}`) : '';
  const open = !range && min ? `≥ ${number(min)}` : !range && max ? `≤ ${number(max)}` : '';
  return [range || open, values.join(', '), unit].filter(Boolean).join(' ');
}

interface Place {
  readonly name: string;
  readonly parent?: { readonly name: string } | null;
}

/** A place name, the wider region first. */
export const placeName = (place: Place | null | undefined): string =>
  [place?.parent?.name, place?.name].filter(Boolean).join(' · ');
