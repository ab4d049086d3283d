import { languageTag } from './locale.js';

/** A day as the reader writes it, in the reader's zone. */
export function date(instant) {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium' }).format(new Date(instant));
}

/** A number with at most one decimal. */
export function number(value) {
  return new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 1 }).format(value);
}
