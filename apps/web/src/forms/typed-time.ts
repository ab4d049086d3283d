import { instantOf } from '../texts/format.js';

const SEPARATED_DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
/** Seconds are read only when they are zero, for the time is kept to the minute. */
const CLOCK = /^(\d{1,2})(?::(\d{1,2})(?::00)?|[点时](?:(\d{1,2})分?)?)$/;
/** Between day and time stands a space or a T; after 日 nothing is needed. */
const DAY_AND_CLOCK = /^(.+?)(?:[ T]+|(?<=日))(\d[\d:点时分]*)$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** The text with plain digits and punctuation: ２０２６－１２－０８ and 9：00 are typed by Chinese keyboards. */
const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** Reads a typed day, as 2026-12-08, 2026/12/8, 2026年12月8日 or 20261208; gives YYYY-MM-DD, or null for what is no day. */
export function readDay(text: string): string | null {
  const typed = plain(text).replace(/ ?([-/.年月日]) ?/g, '$1');
  const [, year, month, date] = (SEPARATED_DAY.exec(typed) ?? COMPACT_DAY.exec(typed) ?? []).map(Number);
  if (!year || !month || !date) return null;
  const found = new Date(Date.UTC(year, month - 1, date));
  const exists = found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return exists ? `${year}-${two(month)}-${two(date)}` : null;
}

function readClock(text: string): string | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

/** Reads a typed day with a time by the 24-hour clock; gives YYYY-MM-DD HH:mm, or null where either is missing or is none. */
export function readTime(text: string): string | null {
  const match = DAY_AND_CLOCK.exec(plain(text).replace(/ ?: ?/g, ':'));
  const day = match && readDay(match[1] ?? '');
  const clock = match && readClock(match[2] ?? '');
  return day && clock ? `${day} ${clock}` : null;
}

/** A day that a form holds as typed; null for an empty field. Throws for a text that is no day: the form refuses it. */
export function dayOfText(text: string | null | undefined): string | null {
  return whatIsRead(text, readDay);
}

/** A time that a form holds as typed, as YYYY-MM-DDTHH:mm; null for an empty field. Throws for a text that is no time. */
export function wallTimeOfText(text: string | null | undefined): string | null {
  return whatIsRead(text, readTime)?.replace(' ', 'T') ?? null;
}

/** The instant at which the clocks of a zone show a typed time; null for an empty field. */
export function instantOfText(text: string | null | undefined, zone: string): string | null {
  const wall = wallTimeOfText(text);
  return wall && instantOf(wall, zone);
}

function whatIsRead(text: string | null | undefined, read: (text: string) => string | null): string | null {
  if (!text?.trim()) return null;
  const found = read(text);
  if (!found) throw new RangeError(`not a day or time: ${text}`);
  return found;
}

/** A wall time (YYYY-MM-DDTHH:mm, seconds or not) as a form shows it: YYYY-MM-DD HH:mm. */
export const textOfWallTime = (wall: string): string => wall.slice(0, 16).replace('T', ' ');
