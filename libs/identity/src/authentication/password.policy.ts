import { COMMON_PASSWORDS } from './common-passwords.js';
import type { Identifier } from '../users/identifier.js';

export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 128;

/** Why a password is not taken; the code of its sentence. */
export type PasswordWeakness =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_COMMON' | 'PASSWORD_LIKE_IDENTIFIER';

/** One to four characters over and over: aaaaaaaa, 12121212. */
const REPEATED = /^(.{1,4}?)\1+$/u;

/** The parts of a person's own number or address that a password must not contain. */
function ownParts({ value }: Identifier): string[] {
  const [local = ''] = value.split('@');
  return [local, local.replace(/^\+(86)?/, '')].filter((part) => part.length >= 6);
}

/**
 * The weakness of a password for a person with these identifiers, or null. Length, a list of common passwords and
 * the person's own identifiers count; classes of characters do not (NIST SP 800-63B, section 5.1.1.2).
 */
export function passwordWeakness(
  password: string,
  identifiers: readonly Identifier[],
): PasswordWeakness | null {
  const plain = password.normalize('NFKC').toLowerCase();
  const length = [...plain].length;
  if (length < MIN_PASSWORD) return 'PASSWORD_TOO_SHORT';
  if (length > MAX_PASSWORD) return 'PASSWORD_TOO_LONG';
  if (COMMON_PASSWORDS.has(plain) || REPEATED.test(plain)) return 'PASSWORD_TOO_COMMON';
  return identifiers.flatMap(ownParts).some((part) => plain.includes(part))
    ? 'PASSWORD_LIKE_IDENTIFIER'
    : null;
}
