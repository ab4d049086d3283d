import { instantOf } from '../texts/format.js';

const SEPARATED_DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
/** Seconds are read only when they are zero, for the time is kept to the minute. */
const CLOCK = /^(\d{1,2})(?::(\d{1,2})(?::00)?|[点时](?:(\d{1,2})分?)?)$/;
/** Day and time are separated by a space or a T; after 日 the separator is optional. */
const DAY_AND_CLOCK = /^(.+?)(?:[ T]+|(?<=日))(\d[\d:点时分]*)$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** Normalizes full-width digits and punctuation of Chinese keyboards: ２０２６－１２－０８, 9：00. */
const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');

/** Reads a typed day, as 2026-12-08, 2026/12/8, 2026年12月8日 or 20261208; returns YYYY-MM-DD, or null for anything else. */
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

/** Reads a typed day with a 24-hour time; returns YYYY-MM-DD HH:mm, or null when either is missing or invalid. */
export function readTime(text: string): string | null {
  const match = DAY_AND_CLOCK.exec(plain(text).replace(/ ?: ?/g, ':'));
  const day = match && readDay(match[1] ?? '');
  const clock = match && readClock(match[2] ?? '');
  return day && clock ? `${day} ${clock}` : null;
}

/** The day typed into a form; null for an empty field. Throws for an unreadable text, which the form has already refused. */
export function dayOfText(text: string | null | undefined): string | null {
  return whatIsRead(text, readDay);
}

/** The time typed into a form, as YYYY-MM-DDTHH:mm; null for an empty field. Throws for an unreadable text. */
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
