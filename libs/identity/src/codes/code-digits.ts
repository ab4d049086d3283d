import { randomInt } from 'node:crypto';

/** How many digits a one-time code has. */
export const CODE_DIGITS = 6;

/** Six random digits, each code as likely as any other. */
export function randomCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** A code as a person typed it: full-width digits and blanks are understood. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '');
}
