import { languageTag } from './locale.js';

/** A number with at most one decimal. */
export function number(value) {
  return new Intl.NumberFormat(languageTag(), { maximumFractionDigits: 1 }).format(value);
}
