import { toSimplified } from './simplified-script.js';

/**
 * The form in which texts are compared: NFKC (full width becomes half width), lower case, traditional characters
 * become simplified, white space becomes one blank. Positions may shift; keep the original for showing.
 */
export function foldText(text: string): string {
  return toSimplified(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
}
