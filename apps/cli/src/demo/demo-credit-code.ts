import { createHash } from 'node:crypto';
import { creditCodeCheckCharacter, organizationCodeCheckCharacter } from '@app/organizations';

/**
 * A credit code for an invented organization: formally sound, always the same for the same key, with the authority
 * character Y (other) that no enterprise's registration has.
 */
export function demoCreditCode(key: string, region: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 12)}`)
    .toString()
    .padStart(8, '0')
    .slice(0, 8);
  const first17 = `Y1${region.padEnd(6, '0').slice(0, 6)}${digits}${organizationCodeCheckCharacter(digits)}`;
  return first17 + creditCodeCheckCharacter(first17);
}
