import type { PartFit } from '../criteria/part-fit.js';

/** The most that a thing is worth which is named within the name of another. */
const WITHIN = 0.4;

/**
 * Whether a listing's prose says the words for the thing asked for, but only within the name of another thing: 吸嘴袋灌装机
 * offers no 吸嘴袋, and shares its words all the same. What the supplier declared as a fact never makes it so.
 */
export function namesOnlyWithin(fits: readonly PartFit[], prose: string): boolean {
  const head = fits.find(({ part }) => part.role === 'HEAD');
  return (
    head !== undefined && head.part.conceptId !== null && head.fit <= WITHIN && prose.includes(head.part.text)
  );
}
