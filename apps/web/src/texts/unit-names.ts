import type { Translate } from './texts.js';
import { unitTexts } from './unit.texts.js';

/** What an amount is counted in unless somebody says otherwise. */
export const PIECES = '件';

/** A unit in the reader's words; one of which we know no other name stays as it was written. */
export function unitName(unit: string, t: Translate): string {
  const key = `unit.${unit}`;
  return Object.hasOwn(unitTexts, key) ? t(key as keyof typeof unitTexts) : unit;
}

/** A unit as it is stored, from the reader's words. */
export function storedUnit(words: string | undefined): string {
  const unit = words?.trim() ?? '';
  return unit === '' || unit.toLowerCase() === unitTexts['unit.件'].en ? PIECES : unit;
}
